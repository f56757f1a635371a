import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Archive, openArchive } from "../support/archive.js";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});
afterAll(() => archive.close());

const current = async (username: string, purpose: string) =>
  (await archive.ask(username, `{ currentNotice(purpose: ${purpose}) { purpose version textZh textEn publishedAt } }`))
    .data.currentNotice;

const publish = (textZh: string, textEn: string) =>
  archive.ask(
    "compliance",
    "mutation ($input: PublishNoticeInput!) { publishNotice(input: $input) { notice { purpose version textZh textEn publishedAt } } }",
    { input: { purpose: "CREDIT_ASSESSMENT", textZh, textEn } },
  );

describe("what a collector has to tell", () => {
  test("is there from the start, in Chinese and English, as version 0", async () => {
    const notice = await current("collector", "CREDIT_ASSESSMENT");
    expect(notice).toMatchObject({ purpose: "CREDIT_ASSESSMENT", version: 0, publishedAt: null });
    expect(notice.textZh).toContain("信用");
    expect(notice.textEn).toContain("creditworthiness");
  });

  test("is what compliance has published last, for that purpose and no other", async () => {
    await publish("旧告知", "An old text");
    const { data } = await publish("新告知", "A new text");
    expect(data.publishNotice.notice).toMatchObject({ version: 2, textZh: "新告知", textEn: "A new text" });
    expect(await current("clerk", "CREDIT_ASSESSMENT")).toEqual(data.publishNotice.notice);
    expect((await current("clerk", "AUDIT")).version).toBe(0);
  });
});
