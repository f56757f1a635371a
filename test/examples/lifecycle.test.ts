import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../../examples/lifecycle.js";
import { type Archive, openArchive } from "../support/archive.js";
import { SEEDED_PASSWORD } from "../support/seed.js";

let archive: Archive;
let steps: readonly string[];
beforeAll(async () => {
  archive = await openArchive({ env: { PURPOSE: "required" } });
  const printed = await run(`${archive.url}/graphql`, SEEDED_PASSWORD);
  steps = printed.split(/\n\n(?=\d\. )/);
});
afterAll(() => archive.close());

/** What somebody sees after a step: status, disclosure, corroboration, revenue, seal. */
const seen = (step: number, username: string): string[] =>
  steps[step - 1]
    ?.match(new RegExp(`^ +${username} +(.*)$`, "m"))?.[1]
    ?.trim()
    .split(/ +/) ?? [];

describe("one customer from registration to an archived, fully corroborated statement", () => {
  test("takes eight steps", () =>
    expect(steps.map((step) => step.slice(0, 2))).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `${n}.`)));

  test("the verifier sees it while the claim lives, and not before or after", () => {
    expect([2, 3, 4].map((step) => seen(step, "verifier")[1])).toEqual(["DENIED", "TASK_BOUND", "DENIED"]);
    expect(seen(3, "verifier")[3]).toBe("26500000");
  });

  test("to a verifier of another branch it is there while it is offered and claimed, and at no other time", () => {
    expect([2, 3, 4, 6, 7, 8].map((step) => seen(step, "verifier2").join(" "))).toEqual(Array(6).fill("not there"));
    expect(seen(5, "verifier2")).toEqual(["IN_VERIFICATION", "TASK_BOUND", "SINGLE_SOURCE", "26500000", "–"]);
  });

  test("it is verified once two persons have confirmed it by two methods with two parties", () => {
    expect([4, 6].map((step) => seen(step, "reviewer").slice(0, 3))).toEqual([
      ["IN_VERIFICATION", "FULL", "SINGLE_SOURCE"],
      ["VERIFIED", "FULL", "FULL"],
    ]);
  });

  test("archived it is sealed, and the collector's own work no more", () => {
    expect(seen(7, "collector")).toEqual(["APPROVED", "TASK_BOUND", "FULL", "26500000", "–"]);
    expect(seen(8, "collector")).toEqual(["ARCHIVED", "MASKED", "–", "20M–100M", "–"]);
    expect(seen(8, "reviewer")[4]).toMatch(/^[0-9a-f]{8}$/);
  });

  test("a clerk, a compliance officer and an auditor see where it stands, and nothing it says", () => {
    for (const username of ["clerk", "compliance", "auditor"])
      expect(seen(8, username)).toEqual(["ARCHIVED", "DENIED", "–", "–", "–"]);
  });
});
