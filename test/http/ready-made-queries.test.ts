import { readdirSync, readFileSync } from "node:fs";
import { parse } from "graphql";
import { beforeAll, expect, test } from "vitest";
import { type Archive, openArchive } from "../support/archive.js";

const folder = new URL("../../explorer/examples/", import.meta.url);
const queries = readdirSync(folder).filter((name) => name.endsWith(".graphql"));

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
  return () => archive.close();
});

test.each(queries)("the ready-made query %s is answered to a reviewer, or refused as a reviewer's", async (name) => {
  const document = readFileSync(new URL(name, folder), "utf8");
  const given = name.replace(/graphql$/, "json");
  const variables = readdirSync(folder).includes(given) ? JSON.parse(readFileSync(new URL(given, folder), "utf8")) : {};
  const { errors } = await archive.ask("reviewer", document, variables);
  if (parse(document).definitions.some((each) => "operation" in each && each.operation === "mutation"))
    expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  else expect(errors).toBeUndefined();
});
