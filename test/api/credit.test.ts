import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import { type Archive, openArchive } from "../support/archive.js";
import { asOwner } from "../support/owner.js";
import { writeUnsealed } from "../support/unsealed.js";

let archive: Archive;
let id: string;
beforeAll(async () => {
  archive = await openArchive();
  id = (await archive.ask("analyst", '{ customer(code: "SH-0001") { id } }')).data.customer.id;
});
afterAll(() => archive.close());

const PROPOSAL = `query ($id: ID!) { creditProposal(customerId: $id) { score rating capped creditLimit currency scorecardVersion
  lines { fact points most reason clause } } }`;
const ASSESS = `mutation ($input: AssessCreditInput!) { assessCredit(input: $input) {
  record { id status rating creditLimit { amount } source { tool derivedFrom { id } } } screening { rule severity } } }`;

const rows = (text: string) =>
  archive.database.withViewer(SYSTEM, "WRITE", (session) => session.rows<{ id: string }>(text, []));

const assess = async (more: object) => {
  const statement = `{ customer(code: "SH-0001") { financialStatements(first: 1) { nodes { id } } } }`;
  const { data } = await archive.ask("analyst", statement);
  const derivedFrom = data.customer.financialStatements.nodes.map((each: { id: string }) => each.id);
  const source = { channel: "DATA_ANALYSIS", tool: "score card 1", derivedFrom };
  const input = { customerId: id, source, rating: "A", score: "75", rationale: "按期付款，财务稳健", ...more };
  return archive.ask("analyst", ASSESS, { input });
};

describe("what the score card proposes", () => {
  test("adds up line by line, and rests on verified records alone", async () => {
    const { score, lines, rating, currency } = (await archive.ask("analyst", PROPOSAL, { id })).data.creditProposal;
    expect(lines.reduce((sum: number, line: { points: number }) => sum + line.points, 0)).toBe(score);
    expect(lines.map((line: { most: number }) => line.most).reduce((a: number, b: number) => a + b)).toBe(100);
    expect(rating).toMatch(/^(AAA|AA|A|B|C|D)$/);
    expect(currency).toBe("CNY");
    await rows(
      "update information_record set status = 'IN_VERIFICATION' where archived_at is null and status in ('VERIFIED', 'APPROVED')",
    );
    await asOwner(archive.database, "alter table information_record disable trigger record_sealed_stays");
    await rows(`update information_record set status = 'SUPERSEDED', superseded_at = archived_at where status = 'ARCHIVED' and category <> 'CREDIT'
      and customer_id = (select id from customer where code = 'SH-0001')`);
    const nothing = (await archive.ask("analyst", PROPOSAL, { id })).data.creditProposal;
    expect(nothing).toMatchObject({ score: 0, rating: "D", creditLimit: null, currency: null });
    await rows(
      `update information_record set status = 'ARCHIVED', superseded_at = null where status = 'SUPERSEDED' and superseded_at = archived_at`,
    );
    await asOwner(archive.database, "alter table information_record enable trigger record_sealed_stays");
  });

  test("counts a transaction once, whoever else has a correction of it waiting", async () => {
    const facts = async () =>
      (await archive.ask("analyst", PROPOSAL, { id })).data.creditProposal.lines.filter(({ fact }: { fact: string }) =>
        ["paidInTime", "meanDaysOverdue", "disputedShare"].includes(fact),
      );
    const before = await facts();
    const made =
      await rows(`insert into information_record (id, customer_id, category, series, status, channel, collected_by, collected_at,
        valid_from, recorded_at, contract_number, occurred_on, due_on, settled_on, amount, settled_amount, amount_currency, disputed)
      select gen_random_uuid(), customer_id, category, series, 'APPROVED', channel, collected_by, collected_at, valid_from,
        recorded_at + n * interval '1 minute', contract_number, occurred_on, due_on, due_on + 300, amount, settled_amount, amount_currency, true
      from information_record, generate_series(1, 5) n where category = 'TRANSACTION' and status = 'ARCHIVED'
        and customer_id = (select id from customer where code = 'SH-0001') returning id`);
    expect(made.length).toBeGreaterThan(0);
    expect(await facts()).toEqual(before);
    await rows(`delete from information_record where id in (${made.map((each) => `'${each.id}'`).join()})`);
  });

  test("gives no points for what no transaction says", async () => {
    const disputes = async () =>
      (await archive.ask("analyst", PROPOSAL, { id })).data.creditProposal.lines.find(
        ({ fact }: { fact: string }) => fact === "disputedShare",
      );
    const said = await writeUnsealed(archive.database, ({ rows: write }) =>
      write<{ id: string; disputed: boolean }>(
        `select id, disputed from information_record where category = 'TRANSACTION' and disputed is not null
          and customer_id = (select id from customer where code = 'SH-0001')`,
        [],
      ),
    );
    const set = (to: (row: { id: string; disputed: boolean }) => string) =>
      writeUnsealed(archive.database, async ({ rows: write }) => {
        for (const row of said)
          await write(`update information_record set disputed = ${to(row)} where id = $1`, [row.id]);
      });
    await set(() => "false");
    expect((await disputes()).points).toBeGreaterThan(0);
    await set(() => "null");
    expect(await disputes()).toMatchObject({ points: 0 });
    await set(({ disputed }) => String(disputed));
  });

  test("is told to who decides and who reviews, and refused to all others before a figure is read", async () => {
    expect((await archive.ask("reviewer", PROPOSAL, { id })).errors).toBeUndefined();
    for (const username of [
      "clerk",
      "collector",
      "verifier",
      "archivist",
      "compliance",
      "auditor",
      "reporter",
      "admin",
    ]) {
      archive.sent();
      const answer = await archive.ask(username, PROPOSAL, { id });
      expect(answer.errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN", coordinate: "Query.creditProposal" });
      expect(archive.sent()).toEqual([]);
    }
  });

  test("of a customer that is not there is refused", async () => {
    const nobody = Buffer.from("cu:00c9f366-d6b5-74d9-803c-f53d56f528dd").toString("base64url");
    const answer = await archive.ask("analyst", PROPOSAL, { id: nobody });
    expect(answer.errors?.[0]?.extensions.code).toBe("NOT_FOUND");
  });
});

describe("an assessment", () => {
  test("is an analyst's, names what it rests on, and waits for a reviewer", async () => {
    const { data, errors } = await assess({ creditLimit: { amount: "200000", currency: "CNY" } });
    expect(errors).toBeUndefined();
    expect(data.assessCredit.record).toMatchObject({
      status: "VERIFIED",
      rating: "A",
      creditLimit: { amount: "200000" },
      source: { tool: "score card 1", derivedFrom: [{ id: expect.any(String) }] },
    });
  });

  test("better than its score allows is sent back", async () => {
    const { data } = await assess({ rating: "AA" });
    expect(data.assessCredit.record.status).toBe("RETURNED");
    expect(data.assessCredit.screening).toContainEqual({ rule: "CREDIT.rating.score", severity: "ERROR" });
  });

  test("better than A is sent back while key data are unverified", async () => {
    const register = `mutation { registerCustomer(input: { name: "新客户", kind: ENTERPRISE, importance: B }) { customer { id } } }`;
    const customerId = (await archive.ask("collector", register)).data.registerCustomer.customer.id;
    const source = { channel: "DIRECT_CONTACT" };
    const input = { customerId, source, rating: "AA", score: "85", rationale: "-" };
    const { data } = await archive.ask("analyst", ASSESS, { input });
    expect(data.assessCredit.screening).toContainEqual({ rule: "CREDIT.rating.cap", severity: "ERROR" });
  });

  test.each([["101"], ["-1"]])("of a score of %s is refused", async (score) => {
    expect((await assess({ score })).errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "score" });
  });
});
