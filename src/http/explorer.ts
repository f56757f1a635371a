import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FastifyInstance } from "fastify";
import type { Role } from "../auth/role.js";

/** Accounts to be signed in as with one click. Only where the data are made up, never in production. */
export interface DemoSignIn {
  readonly password: string;
  readonly accounts: readonly { readonly username: string; readonly role: Role }[];
}

export interface ExplorerSettings {
  readonly demo: DemoSignIn | null;
}

const OWN = fileURLToPath(new URL("../../explorer/", import.meta.url));
const { resolve } = createRequire(import.meta.url);

/** A file of an installed package, which need not be one of its exports. */
const ofPackage = (name: string, file: string): string => join(dirname(resolve(`${name}/package.json`)), file);

/** What the page is made of: its own files, and those of installed packages. Nothing comes from elsewhere. */
const FILES = {
  "/": () => join(OWN, "index.html"),
  "/explorer/explorer.js": () => join(OWN, "explorer.js"),
  "/explorer/explorer.css": () => join(OWN, "explorer.css"),
  "/explorer/react.js": () => ofPackage("react", "umd/react.production.min.js"),
  "/explorer/react-dom.js": () => ofPackage("react-dom", "umd/react-dom.production.min.js"),
  "/explorer/graphiql.js": () => ofPackage("graphiql", "graphiql.min.js"),
  "/explorer/graphiql.css": () => ofPackage("graphiql", "graphiql.min.css"),
} as const;

const TYPES: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

const addFile = async (app: FastifyInstance, url: string, path: string): Promise<void> => {
  const content = await readFile(path);
  const etag = `"${createHash("sha256").update(content).digest("base64url").slice(0, 27)}"`;
  const headers = { etag, "cache-control": "no-cache", "content-type": `${TYPES[extname(path)]}; charset=utf-8` };
  app.get(url, (request, reply) => {
    reply.headers(headers);
    return request.headers["if-none-match"] === etag ? reply.code(304).send() : reply.send(content);
  });
};

export interface Example {
  readonly query: string;
  readonly variables?: string;
}

const readExample = async (file: string): Promise<Example> => {
  const query = await readFile(file, "utf8");
  const variables = file.replace(/graphql$/, "json");
  return existsSync(variables) ? { query, variables: await readFile(variables, "utf8") } : { query };
};

/** The ready-made queries, in the order of their file names. */
const readExamples = async (): Promise<Example[]> => {
  const folder = join(OWN, "examples");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".graphql")).sort();
  return Promise.all(names.map((name) => readExample(join(folder, name))));
};

/** GraphiQL at `/`, with ready-made queries and, on demo data, one click to sign in as each role. */
export const addExplorer = async (app: FastifyInstance, { demo }: ExplorerSettings): Promise<void> => {
  const examples = await readExamples();
  await Promise.all(Object.entries(FILES).map(([url, path]) => addFile(app, url, path())));
  app.get("/explorer/settings.json", (_request, reply) =>
    reply.header("cache-control", "no-store").send({ examples, demo }),
  );
};
