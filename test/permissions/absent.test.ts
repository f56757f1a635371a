import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { buildSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Archive, openArchive } from "../support/archive.js";
import { SEEDED_AT } from "../support/seed.js";
import { MAY_ASK, MAY_CALL } from "./oracle/policy.js";
import { askOf, type Leaf, leavesOf, rootsOf } from "./oracle/probes.js";
import { idOf, readWorld, type Stored, type World } from "./oracle/stored.js";

let archive: Archive;
let world: World;
beforeAll(async () => {
  archive = await openArchive();
  world = await readWorld(archive.database, SEEDED_AT);
});
afterAll(() => archive.close());

/** Tables whose rows are of a branch. */
const TABLES = [
  "customer",
  "information_record",
  "verification_task",
  "conflict",
  "consent",
  "major_event",
  "evidence",
] as const;
type Table = (typeof TABLES)[number];

/** Roles that see their own branch only, by account. */
const OWN_BRANCH = ["clerk", "collector", "verifier"];

const customerOf = (table: Table, row: Stored): Stored => {
  if (table === "customer") return row;
  if (table === "evidence") return customerOf("information_record", world.record(row.record_id));
  return table === "conflict"
    ? customerOf("information_record", world.record(row.first_id ?? row.record_id))
    : world.customer(row.customer_id);
};

const rowOf = (table: Table, mine: boolean): Stored | undefined => {
  const branch = world.account("clerk").branch_id;
  return world.all[table].find((row) => (customerOf(table, row).branch_id === branch) === mine);
};

const own = (table: Table) => idOf(table, rowOf(table, true)?.id ?? randomUUID());

/** What each answer has of its own, whoever asks. */
const OF_EVERY_ANSWER = new Set(["date", "keep-alive", "connection"]);

const bytesOf = async (username: string, path: string, init: RequestInit): Promise<string> => {
  const headers = {
    ...(init.headers as Record<string, string>),
    "x-request-id": "probe",
    ...(await archive.bearer(username)),
  };
  const response = await fetch(`${archive.url}${path}`, { ...init, headers });
  const told = [...response.headers].filter(([name]) => !OF_EVERY_ANSWER.has(name));
  return JSON.stringify([response.status, told, await response.text()]);
};

const asked = (username: string, body: object, language = "en") =>
  bytesOf(username, "/graphql", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/graphql-response+json",
      "accept-language": language,
    },
    body: JSON.stringify(body),
  });

const schema = buildSchema(readFileSync("schema.graphql", "utf8"));
const IDS = rootsOf(schema)
  .flatMap(leavesOf)
  .filter(({ type, path }) => type === "ID" && !["ne", "nin"].includes(path.at(-1) ?? ""));

const mayUse = (username: string, { root: { operation, field } }: Leaf): boolean => {
  const roles = operation === "mutation" ? MAY_CALL[field.name] : MAY_ASK[field.name];
  return roles?.includes(username.toUpperCase()) ?? operation === "query";
};

/** Another id than the one that is probed names what is there: what is refused is refused for the probed one. */
const OWN: Readonly<Record<string, Table>> = {
  customerId: "customer",
  recordId: "information_record",
  taskId: "verification_task",
};

const probe = (leaf: Leaf, id: string) =>
  askOf(
    leaf.root,
    (path, type) => {
      if (path.join() === leaf.path.join()) return id;
      return type === "ID" ? own(OWN[path.at(-1) ?? ""] ?? "customer") : undefined;
    },
    [leaf],
  );

const LOOKED_UP = /NOT_FOUND|"\{\\"data\\":\{\\"\w+\\":(null|\[null\])|\w+Connection/;

describe("What is of another branch and what is nowhere are one: status, headers and every byte of the answer", () => {
  let lookedUp = 0;

  test.each(IDS.map((leaf) => [`${leaf.root.field.name} ${leaf.path.join(".")}`, leaf] as const))(
    "%s",
    async (_, leaf) => {
      const roles = OWN_BRANCH.filter((each) => mayUse(each, leaf));
      for (const username of leaf.root.operation === "query" ? roles.slice(0, 1) : roles) {
        for (const table of TABLES) {
          const theirs = rowOf(table, false);
          if (theirs === undefined) continue;
          const absent = await asked(username, probe(leaf, idOf(table, randomUUID())));
          expect(await asked(username, probe(leaf, idOf(table, theirs.id))), `${username} ${table}`).toBe(absent);
          if (LOOKED_UP.test(absent)) lookedUp += 1;
        }
      }
    },
  );

  test("most of them were looked up, not turned away at the door", () => {
    expect(IDS.length).toBeGreaterThan(40);
    expect(lookedUp).toBeGreaterThan(60);
  });

  test("a customer by its code, in either language", async () => {
    const code = rowOf("customer", false)?.code;
    const query = "query ($code: String!) { customer(code: $code) { id name } }";
    for (const language of ["en", "zh"])
      expect(await asked("clerk", { query, variables: { code } }, language)).toBe(
        await asked("clerk", { query, variables: { code: "SH-9999" } }, language),
      );
  });

  test("an import of somebody else's, and its rejected rows", async () => {
    const map = {
      kind: "contacts",
      customer: { by: "code", column: "code" },
      fields: { personName: { column: "name" } },
      source: { channel: "DIRECT_CONTACT", legalBasis: "CONTRACT" },
    };
    const response = await fetch(
      `${archive.url}/imports?kind=contacts&name=a.csv&map=${encodeURIComponent(JSON.stringify(map))}`,
      {
        method: "POST",
        headers: { "content-type": "text/csv", ...(await archive.bearer("collector2")) },
        body: "code,name\nBJ-0001,张三\n",
      },
    );
    const { id } = (await response.json()) as { id: string };
    expect(response.status, id).toBe(202);
    const [query, cancel] = [
      "query ($id: ID!) { importJob(id: $id) { status } }",
      "mutation ($id: ID!) { cancelImportJob(input: { id: $id }) { job { id } } }",
    ];
    for (const text of [query, cancel])
      expect(await asked("collector", { query: text, variables: { id } })).toBe(
        await asked("collector", { query: text, variables: { id: randomUUID() } }),
      );
    const rejected = (job: string) => bytesOf("collector", `/imports/${job}/rejected.csv`, {});
    expect(await rejected(id)).toBe(await rejected(randomUUID()));
  });
});
