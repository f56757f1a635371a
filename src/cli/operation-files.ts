import { readdir, readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { Refusal } from "../domain/refusal.js";
import { type FoundDocument, readManifest } from "./operation-manifest.js";

const DOCUMENTS = [".graphql", ".gql"];

const unreadable = (path: string): never => {
  throw new Refusal("BAD_USER_INPUT", `${path}: cannot be read.`);
};

const readText = (path: string): Promise<string> => readFile(path, "utf8").catch(() => unreadable(path));

const ofFile = async (path: string): Promise<FoundDocument[]> => {
  const text = await readText(path);
  return extname(path) === ".json" ? readManifest(path, text) : [{ file: path, id: null, body: text }];
};

/** Documents anywhere below; other files of a folder are no business of ours. */
const ofFolder = async (folder: string): Promise<FoundDocument[]> => {
  const names = await readdir(folder, { recursive: true });
  const documents = names.filter((name) => DOCUMENTS.includes(extname(name))).sort();
  return (await Promise.all(documents.map((name) => ofFile(join(folder, name))))).flat();
};

/**
 * The documents of files, manifests and folders, a document with every byte it has.
 *
 * @throws Refusal BAD_USER_INPUT naming what cannot be read
 */
export const findDocuments = async (paths: readonly string[]): Promise<FoundDocument[]> => {
  const found = await Promise.all(
    paths.map(async (path) => {
      const isFolder = (await stat(path).catch(() => unreadable(path))).isDirectory();
      return isFolder ? ofFolder(path) : ofFile(path);
    }),
  );
  return found.flat();
};
