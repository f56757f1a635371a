import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeUnsealed } from "../support/unsealed.js";
import type { Ask } from "./oracle/ask.js";
import { encryptedAs, isEncrypted } from "./oracle/encrypted.js";
import { CATEGORY_OF_TYPE, ROLES } from "./oracle/policy.js";
import { inForce } from "./oracle/relations.js";
import { openScene, type Scene } from "./oracle/scene.js";
import { idOf, type Stored } from "./oracle/stored.js";
import { identity, wholeOf } from "./oracle/whole.js";

/** Planted in every text of the records that are restricted below, and of what speaks about them. */
const CANARY = "CANARY-7f3a";

let scene: Scene;
let customer: Stored;
const restricted: Stored[] = [];

const run = (text: string, values: readonly unknown[] = []) =>
  writeUnsealed(scene.archive.database, ({ rows }) => rows(text, values));

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  information_record: [
    ..."party reference seal legal_name uscc legal_representative company_type registered_address business_scope".split(
      " ",
    ),
    ..."operating_status person_name position mobile landline email postal_address id_number premises main_products".split(
      " ",
    ),
    ..."main_markets market_position competition operating_state auditor bank_account contract_number performance".split(
      " ",
    ),
    ..."rationale scorecard_version feedback_text resolution".split(" "),
  ],
};

/** Fills what is filled with the canary: columns of other categories stay empty. */
const plant = async (record: Stored): Promise<void> => {
  const columns = (TEXTS.information_record ?? []).filter((column) => record[column] !== null);
  const values = columns.map((column) =>
    isEncrypted(column)
      ? encryptedAs(column, record, `${CANARY}-${record.id.slice(-6)}`)
      : `"${column}" = '${CANARY}-' || left(md5("${column}"), 6)`,
  );
  await run(`update information_record set ${values.join(", ")} where id = $1`, [record.id]);
  for (const statement of [
    "update screening_finding set message = $2, rule = $2 where record_id = $1",
    "update finding set note = $2, source_party = $2 where record_id = $1",
    "update evidence set name = $2 where record_id = $1",
    "update conflict set reason = $2, fields = array[$2], resolution = 'NEITHER', resolved_by = (select id from account limit 1), resolved_at = now() where $1 in (first_id, second_id)",
    "update verification_task set return_reason = $2 where id in (select task_id from verification_task_record where record_id = $1)",
  ])
    await run(statement, [record.id, CANARY]);
};

const restrict = (record: Stored) =>
  run("update information_record set status = 'RESTRICTED', restricted_from = status where id = $1", [record.id]);

beforeAll(async () => {
  scene = await openScene();
  // Somebody with a conflict and predecessors: what is left has to be hidden, too.
  const withConflict = scene.world.all.conflict.map((row) => row.customer_id);
  const inBranch = scene.world.account("clerk").branch_id;
  customer = scene.world.all.customer.find(
    ({ id, branch_id }) => branch_id === inBranch && withConflict.includes(id),
  ) as Stored;
  for (const category of new Set(Object.values(CATEGORY_OF_TYPE)))
    restricted.push(...inForce(scene.world, customer.id, category, "2026-06-30"));
  for (const record of restricted) await plant(record);
  for (const record of restricted) await restrict(record);
});
afterAll(() => scene.archive.close());

const usernames = ROLES.map((role) => role.toLowerCase());
const id = () => JSON.stringify(idOf("customer", customer.id));

const CONTENT = `
  ... on RegistrationRecord { legalName registeredCapital { amount band } businessScope }
  ... on ContactRecord { personName mobile email idNumber postalAddress }
  ... on OperationRecord { premises operatingState employees }
  ... on FinancialStatement { periodEnd revenue { amount band } auditor bankAccount }
  ... on TransactionRecord { contractNumber amount { amount band } overdueDays performance }
  ... on CreditAssessment { rating creditLimit { amount band } rationale }
  ... on FeedbackRecord { kind receivedOn text satisfaction }`;

const ABOUT = `source { party reference } corroboration seal screening { rule message } evidence { name sha256 }
  verificationTasks { returnReason findings { note sourceParty } }`;

const IN_FORCE = `registration { id } contacts { id } operation { id } creditAssessment { id }
  financialStatements { totalCount nodes { id } } transactions { totalCount nodes { id } } feedback { totalCount nodes { id } }`;

describe.each(usernames)("to a %s", (username) => {
  const ask = (query: string, variables?: object) => scene.archive.ask(username, query, variables);

  test("a restricted record says nothing, whichever way one comes to it", async () => {
    const ids = restricted.map((record) => idOf("information_record", record.id));
    const queries = [
      `{ nodes(ids: ${JSON.stringify(ids)}) { id ... on InformationRecord { disclosure ${ABOUT} ${CONTENT} } } }`,
      `{ customer(id: ${id()}) { records(first: 50) { nodes { id ${ABOUT} ${CONTENT} } } verificationTasks(first: 50) { nodes { returnReason findings { note sourceParty } records { ${CONTENT} } } } } }`,
      `{ informationRecords(first: 100, filter: { customerId: { eq: ${id()} } }) { edges { node { corrects { ${CONTENT} ${ABOUT} } supersededBy { ${CONTENT} } supersedes { source { derivedFrom { ${CONTENT} } } } } } } }`,
    ];
    for (const query of queries) {
      const { text, errors } = await ask(query);
      expect(errors).toBeUndefined();
      expect(text).not.toContain(CANARY);
    }
    const { data } = await ask(queries[0] ?? "");
    for (const node of data.nodes) if (node !== null) expect(node.disclosure).toBe("DENIED");
  });

  test("a document behind a restricted record says that it is there, and nothing else", async () => {
    const behind = scene.world.all.evidence.filter(({ record_id }) => restricted.some((row) => row.id === record_id));
    expect(behind.length).toBeGreaterThan(0);
    const ids = JSON.stringify(behind.map((row) => idOf("evidence", row.id)));
    const { data } = await ask(
      `{ nodes(ids: ${ids}) { ... on Evidence { name mediaType sizeBytes sha256 addedAt } } }`,
    );
    const nothing = { name: null, mediaType: null, sizeBytes: null, sha256: null, addedAt: null };
    for (const node of data.nodes) if (node !== null) expect(node).toEqual(nothing);
  });

  test("a conflict with a restricted record says that it is, and nothing else", async () => {
    const conflicts = scene.world.all.conflict.filter(({ customer_id }) => customer_id === customer.id);
    const ids = conflicts.map((row) => idOf("conflict", row.id));
    const { text, data } = await ask(
      `{ nodes(ids: ${JSON.stringify(ids)}) { ... on Conflict { openedAt reason fields resolution records { ${CONTENT} } } } }`,
    );
    expect(text).not.toContain(CANARY);
    const nothing = { reason: null, fields: null, records: [] };
    for (const node of data.nodes) if (node !== null) expect(node).toMatchObject(nothing);
  });

  test("a restricted record in force yields nothing but what was recorded later, never its predecessor", async () => {
    const { data } = await ask(`{ customer(id: ${id()}) { ${IN_FORCE} } }`);
    if (data.customer === null) return;
    const { world } = await scene.reread();
    const shown = [...JSON.stringify(data.customer).matchAll(/"id":"([^"]+)"/g)].map(([, found]) => found);
    const of = (record: Stored) => restricted.find(({ series }) => series === record.series) ?? record;
    const records = world.all.information_record.filter((row) => shown.includes(idOf("information_record", row.id)));
    expect(records).toHaveLength(shown.length);
    for (const record of records) expect(record.recorded_at > of(record).recorded_at).toBe(true);
    const later = [...new Set(Object.values(CATEGORY_OF_TYPE))].flatMap((category) =>
      inForce(world, customer.id, category, "2026-06-30"),
    );
    expect(shown.sort()).toEqual(later.map((row) => idOf("information_record", row.id)).sort());
  });

  test("as of any moment a restricted record in force yields nothing", async () => {
    // On days before it was true, what was true then is nobody's secret.
    const since = restricted.map(({ valid_from }) => valid_from).sort();
    const moments = [{ validAt: since.at(-1) }, { knownAt: "2026-06-29T00:00:00Z" }];
    for (const asOf of moments) {
      const { data } = await ask(`query ($asOf: AsOfInput) { customer(id: ${id()}, asOf: $asOf) { ${IN_FORCE} } }`, {
        asOf,
      });
      const none = { totalCount: 0, nodes: [] };
      if (data.customer !== null)
        expect(data.customer).toEqual({
          registration: null,
          contacts: [],
          operation: null,
          creditAssessment: null,
          financialStatements: none,
          transactions: none,
          feedback: none,
        });
    }
  });

  test("every field of the restricted records is as the policy says", async () => {
    const after = await scene.reread();
    const types = Object.keys(CATEGORY_OF_TYPE).filter((type) => !type.endsWith("Payload"));
    const whole = types.flatMap((type) => wholeOf(scene.schema, type).map((ask) => ({ ...ask, on: type })));
    const ids = JSON.stringify(restricted.map((row) => idOf("information_record", row.id)));
    const asks: Ask[] = [{ field: "nodes", args: `ids: ${ids}`, asks: [...identity(scene.schema, "Node"), ...whole] }];
    expect((await after.judge(username, asks)).wrong).toEqual([]);
  });
});

describe("a restricted record is not found by what it says", () => {
  const reviewer = (query: string) => scene.archive.ask("reviewer", query);

  test("by no figure of a statement", async () => {
    const statement = restricted.find(({ category }) => category === "FINANCIAL") as Stored;
    const amount = JSON.stringify(String(statement.revenue));
    for (const filter of [
      `{ revenue: { eq: ${amount} } }`,
      "{ revenue: { isNull: false } }",
      `{ not: { revenue: { gt: ${amount} } } }`,
    ]) {
      const { data } = await reviewer(
        `{ financialStatements(first: 100, filter: { and: [${filter}, { customerId: { eq: ${id()} } }] }) { totalCount } }`,
      );
      expect(data.financialStatements.totalCount).toBe(0);
    }
  });

  test("by no figure kept with the customer, in a filter or an order", async () => {
    const { data } = await reviewer(`{
      customer(id: ${id()}) { riskClass }
      rated: customers(filter: { id: { eq: ${id()} }, creditRating: { isNull: false } }) { totalCount }
      limited: customers(filter: { id: { eq: ${id()} }, creditLimit: { gte: "0" } }) { totalCount }
      earning: customers(filter: { id: { eq: ${id()} }, revenue: { gte: "-1000000000" } }) { totalCount }
      last: customers(last: 30, orderBy: [{ field: REVENUE, direction: DESC }]) { nodes { id } }
    }`);
    const { customer: found, rated, limited, earning, last } = data;
    expect([found.riskClass, rated.totalCount, limited.totalCount, earning.totalCount]).toEqual([null, 0, 0, 0]);
    expect(last.nodes.map((node: { id: string }) => node.id)).toContain(idOf("customer", customer.id));
  });

  test("by no field of a transaction", async () => {
    const { data } = await reviewer(
      `{ customer(id: ${id()}) { transactions(filter: { contractNumber: { startsWith: "" } }) { totalCount } } }`,
    );
    expect(data.customer.transactions.totalCount).toBe(0);
  });
});
