import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkOperations } from "../../src/cli/checked-operations.js";
import { findDocuments } from "../../src/cli/operation-files.js";
import { parseOperationsOrder } from "../../src/cli/operations-order.js";
import { readConfig } from "../../src/config.js";
import { archiveSchema } from "../../src/resolvers/index.js";
import { refusalOf } from "../support/refusal.js";

const hashed = (hash: string, text: string): string => createHash(hash).update(text).digest("hex");

const WHO = "query Who { viewer { role } }";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "archive-operations-"));
  mkdirSync(join(folder, "screens/deep"), { recursive: true });
  writeFileSync(join(folder, "screens/who.graphql"), `${WHO}\n`);
  writeFileSync(join(folder, "screens/deep/nameless.gql"), "{ viewer { role } }");
  writeFileSync(join(folder, "screens/variables.json"), '{"code": "SH-0001"}');
  const wrong = "query Wrong {\n  viewer {\n    nope\n  }\n}";
  const manifests = {
    "codegen.json": { [hashed("sha1", WHO)]: WHO },
    "relay.json": { [hashed("md5", WHO)]: WHO },
    "apollo.json": {
      format: "apollo-persisted-query-manifest",
      version: 1,
      operations: [{ id: hashed("sha256", WHO), name: "Who", type: "query", body: WHO }],
    },
    "foreign.json": { [hashed("sha256", "another")]: WHO },
    "named.json": { Who: WHO },
    "wrong.json": { [hashed("sha256", wrong)]: wrong },
    "settings.json": { depth: 3 },
  };
  for (const [file, content] of Object.entries(manifests)) writeFileSync(join(folder, file), JSON.stringify(content));
  writeFileSync(join(folder, "wrong.graphql"), wrong);
});
afterAll(() => rmSync(folder, { recursive: true }));

const checked = async (...files: string[]) =>
  checkOperations(
    await archiveSchema(),
    readConfig({}).limits,
    await findDocuments(files.map((file) => join(folder, file))),
  );

test("a file is one document, as every byte of it stands; a folder is searched to its depth", async () => {
  const { operations, complaints } = await checked("screens");
  expect(complaints).toEqual([]);
  expect(operations).toEqual([
    { id: hashed("sha256", "{ viewer { role } }"), name: "nameless.gql", body: "{ viewer { role } }" },
    { id: hashed("sha256", `${WHO}\n`), name: "Who", body: `${WHO}\n` },
  ]);
});

test.each([
  ["graphql-codegen", "codegen.json", "sha1"],
  ["the Relay compiler", "relay.json", "md5"],
  ["Apollo", "apollo.json", "sha256"],
])("the manifest of %s is read, its ids kept", async (_, file, hash) => {
  const { operations, complaints } = await checked(file);
  expect({ operations, complaints }).toEqual({
    operations: [{ id: hashed(hash, WHO), name: "Who", body: WHO }],
    complaints: [],
  });
});

describe("what is wrong is named with its file and line:", () => {
  test.each([
    ["wrong.graphql", /wrong\.graphql:3: Cannot query field "nope"/],
    ["wrong.json", /wrong\.json \(Wrong\):3: Cannot query field "nope"/],
    ["foreign.json", /foreign\.json \(Who\): its id is not the SHA-256, SHA-1 or MD5 of its text/],
    ["named.json", /its id is not/],
  ])("%s", async (file, complaint) => {
    expect((await checked(file)).complaints.join("\n")).toMatch(complaint);
  });

  test.each(["settings.json", "nowhere.graphql", "nowhere"])("%s", async (file) => {
    const { code, message } = await refusalOf(() => checked(file));
    expect(code).toBe("BAD_USER_INPUT");
    expect(message).toContain(file);
  });
});

test("orders are understood", () => {
  expect(parseOperationsOrder(["register", "a", "b", "--as", "admin"])).toEqual({
    what: "register",
    paths: ["a", "b"],
    by: "admin",
  });
  expect(parseOperationsOrder(["check", "a"])).toEqual({ what: "check", paths: ["a"] });
  expect(parseOperationsOrder(["remove", "Who"])).toEqual({ what: "remove", named: ["Who"] });
  expect(parseOperationsOrder(["list"])).toEqual({ what: "list" });
});

test.each([[[]], [["register"]], [["check"]], [["remove"]], [["list", "a"]], [["list", "--as", "a"]], [["add", "a"]]])(
  "%j is answered with the usage",
  async (args) => {
    expect((await refusalOf(() => parseOperationsOrder(args))).message).toContain("usage: npm run operations");
  },
);
