import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Role } from "../../src/auth/role.js";
import { SYSTEM } from "../../src/auth/viewer.js";
import { account } from "../../src/db/tables/index.js";
import { namesOf } from "../../src/domain/enumeration.js";
import { givenApiAccount } from "../support/api-tasks.js";
import { type Answer, type Archive, openArchive } from "../support/archive.js";
import { SEEDED_PASSWORD } from "../support/seed.js";

let archive: Archive;
let customerId: string;
beforeAll(async () => {
  archive = await openArchive();
  const { data } = await archive.ask("collector", "{ customers(first: 1) { nodes { id } } }");
  customerId = data.customers.nodes[0].id;
});
afterAll(() => archive.close());

const COLLECT = `mutation ($input: CollectFinancialStatementInput!) { collectFinancialStatement(input: $input) {
  record { id } tasks { id method version } } }`;
const CONTACT =
  "mutation ($input: CollectContactInput!) { collectContact(input: $input) { record { id } tasks { id method version } } }";
const CLAIM = "mutation ($input: TaskInput!) { claimTask(input: $input) { task { id version status } } }";
const SUBMIT = `mutation ($input: SubmitFindingsInput!) { submitFindings(input: $input) { task {
  id status version claimedUntil findings { field } records { id status corroboration ... on FinancialStatement { revenue { amount } } } } } }`;
const TRANSACTION =
  "mutation ($input: CollectTransactionInput!) { collectTransaction(input: $input) { record { id } tasks { id method version } } }";
const DEAL = `query ($id: ID!) { informationRecord(id: $id) { disclosure source { party } screening { message }
  ... on TransactionRecord { contractNumber amount { amount band } settledAmount { amount band } occurredOn } } }`;
const STATEMENT = `query ($id: ID!) { informationRecord(id: $id) { status corroboration version
  ... on FinancialStatement { revenue { amount band } }
  verificationTasks { id method status cause findings { field result reason sourceParty note observedRecord { id } } } } }`;

const FIGURES = { totalAssets: "71000100", totalLiabilities: "100", revenue: "7654321", netProfit: "5" };

interface Task {
  readonly id: string;
  readonly method: string;
  readonly version: number;
}

let year = 1990;
const collect = async (): Promise<{ id: string; tasks: Task[] }> => {
  year += 1;
  const period = { periodStart: `${year}-01-01`, periodEnd: `${year}-12-31`, currency: "CNY" };
  const source = { channel: "DIRECT_CONTACT", legalBasis: "CONTRACT" };
  const { data } = await archive.ask("collector", COLLECT, { input: { customerId, source, ...period, ...FIGURES } });
  const { record, tasks } = data.collectFinancialStatement;
  return { id: record.id, tasks };
};

const by = (tasks: readonly Task[], method: string): Task => tasks.find((task) => task.method === method) as Task;

const claim = async (username: string, { id, version }: Task): Promise<Task> => {
  const { data, text } = await archive.ask(username, CLAIM, { input: { id, version } });
  if (!data?.claimTask) throw new Error(text);
  return data.claimTask.task;
};

const findings = (recordId: string, sourceParty: string, more: object = {}) =>
  Object.keys(FIGURES).map((field) => ({ recordId, field, result: "CONFIRMED", sourceParty, ...more }));

const submit = (
  username: string | null,
  { id, version }: Task,
  given: readonly object[],
  headers = {},
): Promise<Answer> => archive.ask(username, SUBMIT, { input: { id, version, findings: given } }, headers);

const ask = async (username: string, id: string) =>
  (await archive.ask(username, STATEMENT, { id })).data.informationRecord;

/** One account, signed in once for each of its roles. */
const inRoles = async <R extends string>(username: string, roles: readonly R[]) => {
  const query = "mutation ($input: LoginInput!) { login(input: $input) { token } }";
  const asks: [R, (query: string, variables: object) => Promise<Answer>][] = [];
  for (const role of roles) {
    const { data } = await archive.ask(null, query, { input: { username, password: SEEDED_PASSWORD, role } });
    const bearer = { authorization: `Bearer ${data.login.token}` };
    asks.push([role, (text, variables) => archive.ask(null, text, variables, bearer)]);
  }
  return Object.fromEntries(asks) as Record<R, (query: string, variables: object) => Promise<Answer>>;
};

const refusal = ({ errors }: Answer) => errors?.[0]?.extensions;

describe("feedback", () => {
  test("that is to be verified on request takes a finding about each field the schema names, as far as it is filled", async () => {
    const feedback = { channel: "DIRECT_CONTACT", legalBasis: "CONTRACT" };
    const collected = await archive.ask(
      "collector",
      "mutation ($input: CollectFeedbackInput!) { collectFeedback(input: $input) { record { id version status } } }",
      { input: { customerId, source: feedback, receivedOn: "2026-03-02", kind: "COMPLAINT", text: "交货延迟" } },
    );
    const { id: recordId, version, status } = collected.data.collectFeedback.record;
    expect(status).toBe("VERIFIED");
    const asked = await archive.ask(
      "reviewer",
      "mutation ($input: RequestVerificationInput!) { requestVerification(input: $input) { task { id version } } }",
      { input: { recordId, version, method: "PHONE_CALL" } },
    );
    const task = await claim("verifier", asked.data.requestVerification.task);
    const form = "{ informationCategories { code fields { name verified critical } } }";
    const { data } = await archive.ask("verifier", form);
    const { fields } = data.informationCategories.find(({ code }: { code: string }) => code === "FEEDBACK");
    const verified = fields.filter((field: { verified: boolean }) => field.verified);
    expect(verified.map(({ name }: { name: string }) => name)).toEqual(["receivedOn", "kind"]);
    const said = { recordId, result: "CONFIRMED", sourceParty: "客户" };
    const given = verified.map(({ name }: { name: string }) => ({ ...said, field: name }));
    const answer = await submit("verifier", task, given);
    expect(answer.data.submitFindings.task).toMatchObject({ status: "SUBMITTED", records: [{ status: "VERIFIED" }] });
  });
});

describe("a financial statement", () => {
  test("verified by two verifiers, by two methods, at two parties, is VERIFIED and FULL", async () => {
    const { id, tasks } = await collect();
    const first = await claim("verifier", by(tasks, "DOCUMENT_CHECK"));
    await submit("verifier", first, findings(id, "审计师", { reason: "MATCHES_DOCUMENT" }));
    expect(await ask("reviewer", id)).toMatchObject({ status: "IN_VERIFICATION", corroboration: "SINGLE_SOURCE" });
    // The branch has no other verifier: the second task is offered to all.
    const second = await claim("verifier2", by(tasks, "THIRD_PARTY_COMPARISON"));
    const { data } = await submit("verifier2", second, findings(id, "示例银行"));
    // The claim was all that opened it to the other branch.
    expect(data).toEqual({ submitFindings: { task: null } });
    expect(await ask("verifier2", id)).toBeNull();
    expect(await ask("reviewer", id)).toMatchObject({ status: "VERIFIED", corroboration: "FULL" });
  });

  test("is not verified twice by one verifier", async () => {
    const { id, tasks } = await collect();
    await submit("verifier", await claim("verifier", by(tasks, "DOCUMENT_CHECK")), findings(id, "审计师"));
    const { id: other, version } = by(tasks, "THIRD_PARTY_COMPARISON");
    expect(refusal(await archive.ask("verifier", CLAIM, { input: { id: other, version } }))?.code).toBe("FORBIDDEN");
    expect(await ask("reviewer", id)).toMatchObject({ status: "IN_VERIFICATION", corroboration: "SINGLE_SOURCE" });
  });

  test("whose figures are contradicted is refuted, and what was observed is a record that contradicts it", async () => {
    const { id, tasks } = await collect();
    const task = await claim("verifier", by(tasks, "DOCUMENT_CHECK"));
    const instead = {
      recordId: id,
      field: "revenue",
      result: "CONTRADICTED",
      reason: "DIFFERS",
      sourceParty: "审计师",
    };
    const given = [
      { ...instead, observed: { revenue: "6000000" }, note: "第四页" },
      ...findings(id, "审计师").filter(({ field }) => field !== "revenue"),
    ];
    expect((await submit("verifier", task, given)).errors).toBeUndefined();
    const record = await ask("reviewer", id);
    expect(record).toMatchObject({ status: "IN_VERIFICATION", corroboration: "REFUTED" });
    const found = record.verificationTasks.flatMap((each: { findings: object[] }) => each.findings);
    const { observedRecord } = found.find(({ field }: { field: string }) => field === "revenue");
    expect(await ask("reviewer", observedRecord.id)).toMatchObject({
      status: "IN_VERIFICATION",
      revenue: { amount: expect.stringMatching(/^6000000/) },
    });
    await archive.settled();
    const { verificationTasks } = await ask("reviewer", id);
    expect(verificationTasks.map(({ cause }: { cause: string }) => cause)).toContain("CONTRADICTION");
  });

  test("may be contradicted by a verifier of another branch, who is the collector of what they observed", async () => {
    const { id, tasks } = await collect();
    await submit("verifier", await claim("verifier", by(tasks, "DOCUMENT_CHECK")), findings(id, "审计师"));
    const task = await claim("verifier2", by(tasks, "THIRD_PARTY_COMPARISON"));
    const given = findings(id, "示例银行", { result: "CONTRADICTED", reason: "OUTDATED" }).map((finding) => ({
      ...finding,
      observed: { [finding.field]: "30" },
    }));
    expect((await submit("verifier2", task, given)).errors).toBeUndefined();
    const { verificationTasks } = await ask("reviewer", id);
    const found = verificationTasks.flatMap((each: { findings: object[] }) => each.findings);
    const observed = found.flatMap((each: { observedRecord: { id: string } | null }) => each.observedRecord?.id ?? []);
    expect(new Set(observed).size).toBe(1);
    const query =
      "query ($id: ID!) { informationRecord(id: $id) { collectedBy { displayName } source { channel party } } }";
    const { data } = await archive.ask("reviewer", query, { id: observed[0] });
    expect(data.informationRecord).toEqual({
      collectedBy: { displayName: "白核实" },
      source: { channel: "THIRD_PARTY_AGENCY", party: "示例银行" },
    });
  });

  test("that nobody could confirm is tried by another method", async () => {
    const { id, tasks } = await collect();
    const task = await claim("verifier", by(tasks, "DOCUMENT_CHECK"));
    await submit("verifier", task, findings(id, "", { result: "NOT_REACHED", reason: "NO_ANSWER", sourceParty: null }));
    const { verificationTasks } = await ask("reviewer", id);
    const open = verificationTasks.filter(({ status }: { status: string }) => status === "OPEN");
    expect(open.map(({ method }: Task) => method).sort()).toEqual(["PUBLIC_REGISTER_CHECK", "THIRD_PARTY_COMPARISON"]);
  });
});

describe("who verifies", () => {
  test("sees the figures as long as the claim lives, and no longer than it takes to hand in the findings", async () => {
    const { id, tasks } = await collect();
    const task = by(tasks, "DOCUMENT_CHECK");
    expect((await ask("verifier", id)).revenue).toBeNull();
    const claimed = await claim("verifier", task);
    expect((await ask("verifier", id)).revenue.amount).toMatch(/^7654321/);
    const { data, text } = await submit("verifier", claimed, findings(id, "审计师"));
    expect(data.submitFindings.task).toMatchObject({ status: "SUBMITTED", claimedUntil: null, findings: null });
    expect(data.submitFindings.task.records).toEqual([
      { id, status: "IN_VERIFICATION", corroboration: null, revenue: null },
    ]);
    expect(text).not.toContain("7654321");
    expect((await ask("verifier", id)).revenue).toBeNull();
  });

  test("sees of what they observed instead no more than of what they checked: both are masked from then on", async () => {
    const source = { channel: "DIRECT_CONTACT", party: "丙公司" };
    const deal = { contractNumber: "HT-7341", occurredOn: "2026-05-01", amount: { amount: "417301", currency: "CNY" } };
    const input = { customerId, source, ...deal, settledAmount: "2000001" };
    const { data, text } = await archive.ask("collector", TRANSACTION, { input });
    if (!data) throw new Error(text);
    const { record, tasks } = data.collectTransaction;
    const task = await claim("verifier", tasks[0]);
    const said = (field: string) => ({ recordId: record.id, field, result: "CONFIRMED", sourceParty: "丁银行" });
    const differs = { result: "CONTRADICTED", reason: "DIFFERS", observed: { settledAmount: "31" } };
    const given = ["contractNumber", "occurredOn", "amount"].map(said);
    expect(
      (await submit("verifier", task, [...given, { ...said("settledAmount"), ...differs }])).errors,
    ).toBeUndefined();
    const { verificationTasks } = await ask("reviewer", record.id);
    const found = verificationTasks.flatMap((each: { findings: object[] | null }) => each.findings ?? []);
    const observed = found.find(({ field }: { field: string }) => field === "settledAmount").observedRecord.id;
    const shown = async (username: string, id: string) =>
      (await archive.ask(username, DEAL, { id })).data.informationRecord;
    expect(await shown("reviewer", observed)).toMatchObject({ contractNumber: "HT-7341", disclosure: "FULL" });
    const masked = {
      disclosure: "MASKED",
      contractNumber: null,
      occurredOn: null,
      source: { party: null },
      screening: null,
    };
    expect(await shown("verifier", record.id)).toEqual({
      ...masked,
      amount: { amount: null, band: "<1M" },
      settledAmount: { amount: null, band: "1M–5M" },
    });
    expect(await shown("verifier", observed)).toEqual({
      ...masked,
      amount: { amount: null, band: "<1M" },
      settledAmount: { amount: null, band: "<1M" },
    });
    const query = `query ($customerId: ID) { explainAccess(coordinate: "TransactionRecord.amount", customerId: $customerId) { boundRecords } }`;
    const explained = await archive.ask("verifier", query, { customerId });
    expect(explained.data.explainAccess).toEqual({ boundRecords: 0 });
  });

  test("sees what the claim opened no longer, whatever correction of it they collected meanwhile", async () => {
    const { branchId } = await archive.database.withViewer(SYSTEM, "READ", async ({ orm }) => {
      const [found] = await orm.select().from(account).where(eq(account.username, "verifier"));
      return found as { branchId: string };
    });
    await givenApiAccount(archive, "both", { branchId, roles: ["VERIFIER", "COLLECTOR"] });
    const as = await inRoles("both", ["VERIFIER", "COLLECTOR"]);
    const { id, tasks } = await collect();
    const { id: taskId, version } = by(tasks, "DOCUMENT_CHECK");
    const shown = async () => {
      const answers = await Promise.all([as.VERIFIER(STATEMENT, { id }), as.COLLECTOR(STATEMENT, { id })]);
      return answers.map(({ data }) => data.informationRecord.revenue?.amount ?? null);
    };
    const before = await shown();
    expect(before).toEqual([null, null]);
    await as.VERIFIER(CLAIM, { input: { id: taskId, version } });
    expect(await shown()).not.toContain(null);
    const source = { channel: "DIRECT_CONTACT", legalBasis: "CONTRACT" };
    const period = { periodStart: "1960-01-01", periodEnd: "1960-12-31", currency: "CNY" };
    for (const figures of [{}, FIGURES]) {
      const correction = { customerId, corrects: id, source, ...period, ...figures };
      expect((await as.COLLECTOR(COLLECT, { input: correction })).errors).toBeUndefined();
    }
    await as.VERIFIER("mutation ($input: TaskInput!) { releaseTask(input: $input) { task { id } } }", {
      input: { id: taskId, version: version + 1 },
    });
    expect(await shown()).toEqual(before);
    const explained = `query ($customerId: ID) { explainAccess(coordinate: "FinancialStatement.revenue", customerId: $customerId) { boundRecords } }`;
    expect((await as.VERIFIER(explained, { customerId })).data.explainAccess).toEqual({ boundRecords: 2 });
  });

  test("sees what they collected themselves though they correct it, and what they correct it by", async () => {
    const { id } = await collect();
    const source = { channel: "DIRECT_CONTACT", legalBasis: "CONTRACT" };
    const period = { periodStart: "1961-01-01", periodEnd: "1961-12-31", currency: "CNY" };
    const input = { customerId, corrects: id, source, ...period, ...FIGURES };
    const { data } = await archive.ask("collector", COLLECT, { input });
    for (const record of [id, data.collectFinancialStatement.record.id])
      expect((await ask("collector", record)).revenue.amount).toMatch(/^7654321/);
  });

  test("is the only one who may hand in findings: nobody else, in any role", async () => {
    const { id, tasks } = await collect();
    const task = await claim("verifier", by(tasks, "DOCUMENT_CHECK"));
    for (const role of namesOf(Role).filter((name) => name !== "VERIFIER")) {
      const answer = await submit(role.toLowerCase(), task, findings(id, "审计师"));
      expect([role, answer.status, refusal(answer)?.coordinate]).toEqual([role, 403, "Mutation.submitFindings"]);
    }
    expect(refusal(await submit("verifier2", task, findings(id, "审计师")))?.code).toBe("NOT_FOUND");
    expect(refusal(await submit(null, task, findings(id, "审计师")))?.code).toBe("UNAUTHENTICATED");
    expect((await submit("verifier", task, findings(id, "审计师"))).errors).toBeUndefined();
  });

  test("says it once: the same under the same key, and nothing from a stale version", async () => {
    const { id, tasks } = await collect();
    const task = await claim("verifier", by(tasks, "DOCUMENT_CHECK"));
    const key = { "idempotency-key": "b8a0e5f1-9a51-4a52-8a4e-1f1f7b1f0001" };
    const first = await submit("verifier", task, findings(id, "审计师"), key);
    expect((await submit("verifier", task, findings(id, "审计师"), key)).text).toBe(first.text);
    expect(refusal(await submit("verifier", task, findings(id, "审计师")))?.code).toBe("CONFLICT");
    const { verificationTasks } = await ask("reviewer", id);
    const done = verificationTasks.find(({ method }: Task) => method === "DOCUMENT_CHECK");
    expect(done.findings).toHaveLength(4);
  });

  test("is told which finding is missing by the name of the field, and nothing of its value", async () => {
    const { id, tasks } = await collect();
    const task = await claim("verifier", by(tasks, "DOCUMENT_CHECK"));
    const answer = await submit("verifier", task, findings(id, "审计师").slice(0, 3));
    expect(refusal(answer)).toMatchObject({ code: "BAD_USER_INPUT", field: "netProfit" });
    expect(answer.text).not.toMatch(/7654321|71000100/);
    expect((await ask("verifier", id)).revenue.amount).toMatch(/^7654321/);
  });
});

describe("what was found", () => {
  test("is read by a reviewer, and about finances by no clerk, verifier, archivist or compliance officer", async () => {
    const { id, tasks } = await collect();
    const task = await claim("verifier", by(tasks, "DOCUMENT_CHECK"));
    const told = { reason: "MATCHES_DOCUMENT", note: "见第四页" };
    await submit("verifier", task, findings(id, "审计师事务所", told));
    const document = await archive.ask("reviewer", STATEMENT, { id });
    const found = document.data.informationRecord.verificationTasks.flatMap(
      (each: { findings: object[] }) => each.findings,
    );
    expect(found).toHaveLength(4);
    expect(found[0]).toMatchObject({ result: "CONFIRMED", sourceParty: "审计师事务所", ...told });
    for (const username of ["clerk", "verifier", "archivist", "compliance", "auditor"]) {
      const { data, text } = await archive.ask(username, STATEMENT, { id });
      const { verificationTasks, corroboration } = data.informationRecord;
      expect([username, corroboration, ...verificationTasks.map((each: { findings: null }) => each.findings)]).toEqual([
        username,
        null,
        null,
        null,
      ]);
      expect(text).not.toMatch(/第四页|审计师|MATCHES|SINGLE_SOURCE/);
    }
  });

  test("about a person is read by who may read the person's contact details", async () => {
    const source = { channel: "DIRECT_CONTACT", legalBasis: "CONTRACT" };
    const input = { customerId, source, personName: "金试", mobile: "13812345678" };
    const { data } = await archive.ask("collector", CONTACT, { input });
    const { record, tasks } = data.collectContact;
    const task = await claim("verifier", tasks[0]);
    const given = ["personName", "mobile"].map((field) => ({
      recordId: record.id,
      field,
      result: "CONFIRMED",
      sourceParty: "总机",
    }));
    expect((await submit("verifier", task, given)).errors).toBeUndefined();
    for (const [username, count] of [
      ["collector", 2],
      ["compliance", 2],
      ["reviewer", 2],
      ["analyst", null],
      ["clerk", null],
    ] as const) {
      const { status, verificationTasks } = await ask(username, record.id);
      expect([username, status, verificationTasks[0].findings?.length ?? null]).toEqual([username, "VERIFIED", count]);
    }
  });
});
