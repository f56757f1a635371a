import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { buildSchema } from "graphql";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ERRORS, isErrorCode } from "../../src/domain/refusal.js";
import { type Answer, type Archive, openArchive } from "../support/archive.js";
import { SEEDED_AT } from "../support/seed.js";
import { ROLES } from "./oracle/policy.js";
import { askOf, type Filling, type Leaf, leavesOf, rootsOf } from "./oracle/probes.js";
import { idOf, readWorld, type World } from "./oracle/stored.js";

let archive: Archive;
let world: World;
let stored: readonly string[];
const logged: string[] = [];
beforeAll(async () => {
  const log = pino({ level: "trace" }, { write: (line: string) => void logged.push(line) });
  archive = await openArchive({ env: { MAX_COST: "1000000" }, log });
  world = await readWorld(archive.database, SEEDED_AT);
  stored = storedTexts();
});
afterAll(() => archive.close());

/** Nobody, and an account of every role. */
const EVERYBODY = [null, ...ROLES.map((role) => role.toLowerCase())];

const schema = buildSchema(readFileSync("schema.graphql", "utf8"));
// Signing in is asked about by its own tests; signing out would end what is asked with.
const ROOTS = rootsOf(schema).filter(({ field }) => !/^(login|logout|switchRole|changePassword)$/.test(field.name));

/** What is sent as a text, and as a number; no message has them by itself. */
const TEXT = "Canary-7f3a";
const NUMBER = 918_273_645;
const SENT = /canary|7f3a|918273645|918,273/i;

const COLUMNS = [
  "name",
  "uscc",
  "person_name",
  "mobile",
  "id_number",
  "email",
  "bank_account",
  "legal_representative",
  "registered_address",
  "contract_number",
  "party",
  "reference",
  "display_name",
  "rationale",
  "feedback_text",
];

/** Whatever is stored of anybody that is long enough to be told from a word. */
const storedTexts = (): string[] => {
  const rows = Object.values(world.all).flat();
  const texts = rows.flatMap((row) => COLUMNS.map((column) => row[column])).filter((text) => typeof text === "string");
  return [...new Set(texts as string[])].filter((text) => text.length >= 4 && !/^[A-Z_]+$/.test(text));
};

/** An error of the closed list, in its message, and neither what was sent nor what is stored in it. */
const clean = (answer: Pick<Answer, "errors" | "text">, what: string): void => {
  for (const { message, extensions } of answer.errors ?? []) {
    expect(isErrorCode(extensions.code) && ERRORS[extensions.code].en, what).toBe(message);
    expect(extensions.code, what).not.toBe("INTERNAL");
  }
  const told = JSON.stringify(answer.errors ?? []);
  expect(told, what).not.toMatch(SENT);
  expect(told, what).not.toMatch(/did you mean|select |insert |\$1|stack|node_modules|\.[tj]s:\d/i);
  for (const text of stored) if (told.includes(text)) expect.fail(`${what}: quotes ${text}: ${told}`);
};

const some = (index: number) => {
  const tables = ["customer", "information_record", "verification_task", "conflict", "consent"] as const;
  const table = tables[index % tables.length] as (typeof tables)[number];
  return idOf(table, world.all[table][index % 3]?.id ?? randomUUID());
};

const FITTING: Readonly<Record<string, unknown>> = {
  String: TEXT,
  Int: NUMBER,
  Decimal: String(NUMBER),
  Float: NUMBER,
};

/** Everywhere what fits the type, so that it comes as far as it can. */
const fitting =
  (id: (path: readonly string[]) => unknown): Filling =>
  (path, type) =>
    type === "ID" ? id(path) : path.at(-1) === "version" ? 1 : FITTING[type];

const unfit =
  (leaf: Leaf, value: unknown): Filling =>
  (path, type) =>
    path.join() === leaf.path.join() ? value : type === "ID" ? some(0) : undefined;

describe("No error quotes a value, in any role:", () => {
  test.each(EVERYBODY)("%s, whatever root field is asked with values that fit", async (username) => {
    for (const [index, root] of ROOTS.entries()) {
      const leaves = leavesOf(root);
      for (const id of leaves.some(({ type }) => type === "ID") ? [some(index)] : [null]) {
        const { query, variables } = askOf(
          root,
          fitting(() => id),
          leaves.filter(({ path }) => path.length < 3),
        );
        clean(await archive.ask(username, query, variables), `${username} ${query} ${JSON.stringify(variables)}`);
      }
    }
  });

  const LEAVES = ROOTS.flatMap(leavesOf);

  test("wherever a value does not fit its place, in a variable", async () => {
    expect(LEAVES.length).toBeGreaterThan(300);
    for (const [i, leaf] of LEAVES.entries()) {
      const wrong = [TEXT, { [TEXT]: TEXT }, { canary7f3a: NUMBER }, NUMBER, [[TEXT]], `${TEXT}\0`][i % 6];
      const { query, variables } = askOf(leaf.root, unfit(leaf, wrong), [leaf]);
      const username = EVERYBODY[i % EVERYBODY.length] ?? null;
      const answer = await archive.ask(username, query, variables);
      // A key that is a name of GraphQL's is named, so that whoever mistyped it finds it.
      const told = JSON.parse(JSON.stringify(answer.errors ?? []).replaceAll("canary7f3a", "nmae"));
      clean({ ...answer, errors: told }, `${username} ${query} ${JSON.stringify(variables)}`);
    }
  });

  test("wherever a value does not fit its place, in the document", async () => {
    const literals = [
      `"${TEXT}"`,
      String(NUMBER),
      `{ a: "${TEXT}" }`,
      `["${TEXT}", ${NUMBER}]`,
      `"""${TEXT}"""`,
      "CANARY_7F3A",
      `"${TEXT}`,
      `${NUMBER}7f3a`,
    ];
    let refused = 0;
    for (const root of ROOTS)
      for (const [i, { name }] of root.field.args.entries()) {
        const literal = literals[(i + root.field.name.length) % literals.length];
        const query = `${root.operation} { ${root.field.name}(${name}: ${literal}) { __typename } }`;
        const answer = await archive.ask("collector", query);
        refused += Number(answer.errors !== undefined);
        clean(answer, query);
      }
    expect(refused).toBeGreaterThan(50);
  });
});

describe("No error quotes what came besides the operation:", () => {
  const HEADERS = [
    "x-purpose",
    "x-disclosure",
    "x-acting-role",
    "idempotency-key",
    "authorization",
    "accept",
    "accept-language",
    "content-type",
  ];

  test.each(HEADERS)("the header %s", async (name) => {
    const value = name === "accept" || name === "content-type" ? `application/${TEXT}` : `${TEXT} ${NUMBER}`;
    const response = await fetch(`${archive.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(await archive.bearer("clerk")), [name]: value },
      body: '{"query":"{ customers { nodes { nam } } }"}',
    });
    const text = await response.text();
    clean({ ...JSON.parse(text), text }, name);
    expect(text).toContain('"errors"');
  });

  test.each([
    `/${TEXT}`,
    `/graphql?query={${TEXT}`,
    `/graphql?query={viewer{id}}&variables=${TEXT}`,
    `/graphql?query={viewer{id}}&operationName=${TEXT}`,
    `/graphql?documentId=${TEXT}`,
    `/graphql?extensions=${encodeURIComponent(`{"persistedQuery":{"version":1,"sha256Hash":"${TEXT}"}}`)}`,
    `/imports/${TEXT}/rejected.csv`,
  ])("the address %s", async (path) => {
    const response = await fetch(`${archive.url}${path}`, { headers: await archive.bearer("collector") });
    const text = await response.text();
    clean({ ...JSON.parse(text), text }, path);
    expect(text).toContain('"errors"');
  });

  test.each([
    `kind=${TEXT}`,
    `kind=contacts&${TEXT}=1`,
    `kind=contacts&map=${TEXT}`,
    `kind=contacts&map=${encodeURIComponent(`{"kind":"contacts","fields":{"${TEXT}":"${TEXT}"}}`)}`,
    `kind=contacts&encoding=${TEXT}`,
    `kind=register&name=${TEXT}&sheet=${TEXT}&dryRun=${TEXT}`,
  ])("an upload with %s", async (search) => {
    const headers = { "content-type": "text/csv", ...(await archive.bearer("collector")) };
    const response = await fetch(`${archive.url}/imports?${search}`, { method: "POST", headers, body: TEXT });
    const text = await response.text();
    clean({ ...JSON.parse(text), text }, search);
    expect(response.status).toBeGreaterThanOrEqual(400);
  });

  test("a sign-in, whatever it says", async () => {
    const query = "mutation ($input: LoginInput!) { login(input: $input) { token } }";
    for (const input of [
      { username: TEXT, password: TEXT },
      { username: "clerk", password: TEXT },
      { username: TEXT, password: TEXT, role: TEXT },
      { username: { [TEXT]: TEXT } },
    ])
      clean(await archive.ask(null, query, { input }), JSON.stringify(input));
  });
});

test("no line of the log of all this holds what was sent or what is stored, at its most talkative", () => {
  expect(logged.length).toBeGreaterThan(1000);
  const told = logged.join("");
  expect(told).not.toMatch(/canary|918273645/i);
  for (const text of stored) if (told.includes(text)) expect.fail(`the log holds ${text}`);
});
