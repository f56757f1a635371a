import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Archive, openArchive } from "../support/archive.js";

let archive: Archive;
let customerId: string;
beforeAll(async () => {
  archive = await openArchive();
  customerId = (await archive.ask("clerk", '{ customer(code: "SH-0003") { id } }')).data.customer.id;
});
afterAll(() => archive.close());

const REPORT = `mutation ($input: ReportMajorEventInput!) { reportMajorEvent(input: $input) {
  event { id kind description occurredOn reportedAt closedAt reportedBy { displayName } task { id } }
  task { id cause priority status method dueAt records { id } } } }`;

const report = (username: string, input: object = {}, headers: Record<string, string> = {}) =>
  archive.ask(
    username,
    REPORT,
    {
      input: { customerId, kind: "LEGAL_REPRESENTATIVE", description: "公告变更", occurredOn: "2026-06-29", ...input },
    },
    headers,
  );

describe("a major event", () => {
  test("is reported with the urgent task it opens, over what is in force", async () => {
    const inForce = await archive.ask("clerk", `{ customer(id: "${customerId}") { registration { id } } }`);
    const { data, errors } = await report("clerk");
    expect(errors).toBeUndefined();
    const { event, task } = data.reportMajorEvent;
    expect(event).toMatchObject({ kind: "LEGAL_REPRESENTATIVE", occurredOn: "2026-06-29", closedAt: null });
    expect(task).toMatchObject({ cause: "MAJOR_EVENT", priority: "URGENT", status: "OPEN" });
    expect(event.task.id).toBe(task.id);
    expect(task.records).toEqual([{ id: inForce.data.customer.registration.id }]);
    expect(Date.parse(task.dueAt) - Date.parse(event.reportedAt)).toBe(24 * 3_600_000);
  });

  test("is on file with its customer from then on", async () => {
    const { data } = await report("compliance", { kind: "EQUITY" });
    const { id } = data.reportMajorEvent.event;
    const events = await archive.ask(
      "collector",
      `{ customer(id: "${customerId}") { majorEvents { id task { status } } } }`,
    );
    expect(events.data.customer.majorEvents).toContainEqual({ id, task: { status: "OPEN" } });
  });

  test("about a lawsuit is reported by a clerk, who does not read it again: it says what is COMMERCIAL", async () => {
    const { data, extensions } = await report("clerk", { kind: "LITIGATION", description: "新增诉讼" });
    expect(data.reportMajorEvent.event).toMatchObject({ kind: null, description: null, occurredOn: "2026-06-29" });
    expect(extensions?.disclosures).toContainEqual(
      expect.objectContaining({ coordinate: "MajorEvent.kind", grade: "RECORD" }),
    );
  });

  test("is reported once under a key", async () => {
    const key = { "idempotency-key": "event-1" };
    const [first, again] = [await report("collector", {}, key), await report("collector", {}, key)];
    expect(again.text).toBe(first.text);
  });
});
