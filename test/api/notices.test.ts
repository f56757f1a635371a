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

const publish = (textZh: string, textEn: string, headers: Record<string, string> = {}) =>
  archive.ask(
    "compliance",
    "mutation ($input: PublishNoticeInput!) { publishNotice(input: $input) { notice { purpose version textZh textEn publishedAt } } }",
    { input: { purpose: "CREDIT_ASSESSMENT", textZh, textEn } },
    headers,
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

  test("is answered to who has published it as they did, whatever was published beside it and since", async () => {
    const texts = ["甲", "乙", "丙", "丁"];
    const answers = await Promise.all(texts.map((text) => publish(text, text)));
    const published = answers.map(({ data }) => data.publishNotice.notice);
    expect(published.map(({ textZh }) => textZh)).toEqual(texts);
    expect(new Set(published.map(({ version }) => version)).size).toBe(texts.length);
    const once = () => publish("戊", "Once", { "idempotency-key": "notice" });
    const first = await once();
    await publish("己", "Since");
    expect((await once()).text).toBe(first.text);
  });
});
