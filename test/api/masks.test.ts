import { afterAll, beforeAll, expect, test } from "vitest";
import { type Archive, openArchive } from "../support/archive.js";

let archive: Archive;
let customerId: string;
beforeAll(async () => {
  archive = await openArchive();
  customerId = (await archive.ask("collector", '{ customer(code: "SH-0001") { id } }')).data.customer.id;
});
afterAll(() => archive.close());

const COLLECT = `mutation ($contact: CollectContactInput!, $statement: CollectFinancialStatementInput!) {
  contact: collectContact(input: $contact) { record { id } }
  statement: collectFinancialStatement(input: $statement) { record { id } } }`;

const SHOWN = `query ($contact: ID!, $statement: ID!) {
  contact: informationRecord(id: $contact) { ... on ContactRecord { mobile idNumber } }
  statement: informationRecord(id: $statement) { ... on FinancialStatement { bankAccount } } }`;

test.each([
  ["13812345678", "11010519491231002X", "6222000011112222333"],
  ["138 1234 5678", "110105 19491231 002x", "6222 0000 1111 2222 333"],
  ["１３８—1234—5678", "110105-19491231-002Ｘ", "6222-0000-1111-2222-33 3"],
])("an archivist is shown one mask of a number, written %s, %s and %s", async (mobile, idNumber, bankAccount) => {
  const said = { customerId, source: { channel: "DIRECT_CONTACT", legalBasis: "CONTRACT" } };
  const period = { periodStart: "2016-01-01", periodEnd: "2016-12-31", currency: "CNY" };
  const { data } = await archive.ask("collector", COLLECT, {
    contact: { ...said, personName: "甄嘉密", mobile, idNumber },
    statement: { ...said, ...period, bankAccount },
  });
  const ids = { contact: data.contact.record.id, statement: data.statement.record.id };
  expect((await archive.ask("archivist", SHOWN, ids)).data).toEqual({
    contact: { mobile: "138****5678", idNumber: "****002X" },
    statement: { bankAccount: "****2333" },
  });
});
