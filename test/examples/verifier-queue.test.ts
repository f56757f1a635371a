import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../../examples/verifier-queue.js";
import { emptyQueue } from "../support/api-tasks.js";
import { type Archive, openArchive } from "../support/archive.js";
import { SEEDED_PASSWORD } from "../support/seed.js";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive({ env: { PURPOSE: "required" } });
});
afterAll(() => archive.close());

const round = async () => (await run(`${archive.url}/graphql`, SEEDED_PASSWORD)).split("\n\n");

describe("a verifier's round", () => {
  test("shows the queue, hands one task in and gives another back", async () => {
    const [title, queue = "", ...steps] = await round();
    expect(title).toMatch(/acts as VERIFIER: \d+ tasks in the queue/);
    expect(queue.split("\n")).toHaveLength(9);
    const [handedIn] = steps.filter((step) => step.startsWith("Handed in"));
    expect(handedIn).toMatch(/\d findings, all CONFIRMED\. The task is SUBMITTED\./);
    expect(steps.at(-1)).toMatch(/^Released: .* is OPEN for whoever claims next\.$/);
    expect(steps.at(-2)).toMatch(/While it is, I see:\n +\S/);
  });

  test("keeps no claim", async () => {
    const claimed = "{ verificationTasks(filter: { status: { eq: CLAIMED } }) { nodes { assignee { displayName } } } }";
    const before = (await archive.ask("verifier", claimed)).data;
    await round();
    expect((await archive.ask("verifier", claimed)).data).toEqual(before);
  });

  test("ends early when nothing waits", async () => {
    await emptyQueue(archive);
    expect((await round()).at(-1)).toBe("Nothing else waits that I may take up.");
  });
});
