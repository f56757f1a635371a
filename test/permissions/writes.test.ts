import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import type { Answer } from "../support/archive.js";
import { mayVerify } from "./oracle/expected.js";
import { MAY_CALL, ROLES } from "./oracle/policy.js";
import { openScene, type Scene } from "./oracle/scene.js";
import { idOf, type Stored } from "./oracle/stored.js";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.archive.close());

const mine = (username = "collector"): Stored => {
  const branch = scene.world.account(username).branch_id;
  return scene.world.all.customer.find(
    ({ branch_id, kind }) => branch_id === branch && kind === "ENTERPRISE",
  ) as Stored;
};
const theirs = (): Stored => scene.world.all.customer.find(({ branch_id }) => branch_id !== mine().branch_id) as Stored;

const id = (customer: Stored): string => idOf("customer", customer.id);
const DIRECT = { channel: "DIRECT_CONTACT", legalBasis: "CONTRACT" };

/** A record an analysis of the customer may rest on. */
const inputOf = (customer: Stored): Stored => {
  const found = scene.world.all.information_record.find(
    ({ customer_id, status, category }) =>
      customer_id === customer.id && status === "ARCHIVED" && category === "FINANCIAL",
  );
  if (found === undefined) throw new Error("nothing to rest on");
  return found;
};

const named = ({ id: key, version }: Stored) => ({ id: idOf("information_record", key), version });

const ofStatus = (status: string, fits: (record: Stored) => boolean = () => true): Stored => {
  const found = scene.world.all.information_record.find((record) => record.status === status && fits(record));
  if (found === undefined) throw new Error(`no record is ${status}`);
  return found;
};

/** What its category asks no confirmation of. */
const approvable = (): Stored => ofStatus("VERIFIED", ({ category }) => category === "CREDIT");

const overridesOf = ({ id: key }: Stored) =>
  scene.world
    .screeningOf(key)
    .filter(({ severity, overridden_by }) => severity !== "INFO" && overridden_by === null)
    .map(({ rule, field }) => ({ rule, field, reason: "已核对原件" }));

const agreementAt = (number: string): { id: string; version: number } => {
  const found = scene.world.all.sharing_agreement.find((row) => row.number === number);
  return { id: found?.id, version: found?.version };
};

const INPUT: Readonly<
  Record<string, { readonly type: string; readonly payload: string; readonly input: () => object }>
> = {
  registerCustomer: {
    type: "RegisterCustomerInput",
    payload: "customer { id name riskClass }",
    input: () => ({ name: "新客户", kind: "ENTERPRISE", importance: "B" }),
  },
  updateCustomer: {
    type: "UpdateCustomerInput",
    payload: "customer { id importance riskClass version }",
    input: () => ({ id: id(mine()), version: mine().version, importance: mine().importance }),
  },
  collectRegistration: {
    type: "CollectRegistrationInput",
    payload: "record { id status } tasks { method }",
    input: () => ({ customerId: id(mine()), source: DIRECT, legalName: mine().name }),
  },
  collectContact: {
    type: "CollectContactInput",
    payload: "record { id personName } screening { rule }",
    input: () => ({ customerId: id(mine()), source: DIRECT, personName: "张三", mobile: "13800000000" }),
  },
  collectFinancialStatement: {
    type: "CollectFinancialStatementInput",
    payload: "record { id revenue { amount band } } tasks { method }",
    input: () => ({
      customerId: id(mine()),
      source: DIRECT,
      periodStart: "2023-01-01",
      periodEnd: "2023-06-30",
      currency: "CNY",
      revenue: "12000000",
    }),
  },
  collectOperation: {
    type: "CollectOperationInput",
    payload: "record { id operatingState employees } tasks { method }",
    input: () => ({ customerId: id(mine()), source: DIRECT, operatingState: "正常经营", employees: 120 }),
  },
  collectTransaction: {
    type: "CollectTransactionInput",
    payload: "record { id amount { amount band } } tasks { method }",
    input: () => ({
      customerId: id(mine()),
      source: DIRECT,
      contractNumber: "K-2026-001",
      occurredOn: "2026-05-04",
      amount: { amount: "350000", currency: "CNY" },
    }),
  },
  assessCredit: {
    type: "AssessCreditInput",
    payload: "record { id rating } screening { rule }",
    input: () => ({
      customerId: id(mine()),
      source: {
        channel: "DATA_ANALYSIS",
        tool: "评分卡 1",
        derivedFrom: [idOf("information_record", inputOf(mine()).id)],
      },
      rating: "A",
      score: "75",
      rationale: "按期付款，财务稳健",
      creditLimit: { amount: "200000", currency: "CNY" },
    }),
  },
  approveRecord: {
    type: "ApproveRecordInput",
    payload: "record { id status allowedActions }",
    input: () => ({ ...named(approvable()), overrides: overridesOf(approvable()) }),
  },
  returnRecord: {
    type: "ReturnRecordInput",
    payload: "record { id status allowedActions }",
    input: () => ({ ...named(ofStatus("IN_VERIFICATION")), reason: "期间有误" }),
  },
  archiveRecords: {
    type: "ArchiveRecordsInput",
    payload: "records { id status seal }",
    input: () => ({ records: [named(ofStatus("APPROVED"))] }),
  },
  giveConsent: {
    type: "GiveConsentInput",
    payload: "consent { id inForce }",
    input: () => ({
      customerId: id(mine()),
      personName: "张三",
      purposes: ["CREDIT_ASSESSMENT"],
      categories: ["CONTACT"],
    }),
  },
  recordAgreement: {
    type: "RecordAgreementInput",
    payload: "agreement { id inForce }",
    input: () => ({
      partner: "示例物流集团",
      number: "XY-3001",
      purposes: ["CREDIT_ASSESSMENT"],
      expiresOn: "2027-06-30",
    }),
  },
  endAgreement: {
    type: "EndAgreementInput",
    payload: "agreement { id endedOn }",
    input: () => ({ ...agreementAt("XY-2001"), reason: "合作终止" }),
  },
  collectFeedback: {
    type: "CollectFeedbackInput",
    payload: "record { id satisfaction } screening { rule }",
    input: () => ({
      customerId: id(mine()),
      source: DIRECT,
      receivedOn: "2026-05-04",
      kind: "PRAISE",
      satisfaction: 5,
    }),
  },
};

/** Of the tasks of a state, each mutation takes one of its own. */
const taskAt = (index: number, status: string, person = "verifier"): Stored => {
  const { id: accountId, branch_id } = scene.world.account(person);
  const isFor = (task: Stored) =>
    task.status === status &&
    scene.world.customer(task.customer_id).branch_id === branch_id &&
    (status !== "CLAIMED" || scene.world.isClaimOf(accountId, task));
  const found = scene.world.all.verification_task.filter(isFor);
  // Whoever holds one task about a record does not take another one.
  const free = status === "OPEN" ? found.filter((task) => mayVerify(scene.eyes(person), task)) : found;
  if (free[index] === undefined) throw new Error(`there is no task of number ${index} that is ${status}`);
  return free[index];
};

const keyed = ({ id: key, version }: Stored) => ({ id: idOf("verification_task", key), version });

const inVerification = (): Stored =>
  scene.world.all.information_record.findLast(({ status }) => status === "IN_VERIFICATION") as Stored;

const TASK_INPUT: typeof INPUT = {
  requestVerification: {
    type: "RequestVerificationInput",
    payload: "task { id cause }",
    input: () => ({
      recordId: idOf("information_record", inVerification().id),
      version: inVerification().version,
      method: "SITE_VISIT",
    }),
  },
  claimTask: { type: "TaskInput", payload: "task { id status }", input: () => keyed(taskAt(0, "OPEN")) },
  releaseTask: { type: "TaskInput", payload: "task { id status }", input: () => keyed(taskAt(0, "CLAIMED")) },
  returnTask: {
    type: "ReturnTaskInput",
    payload: "task { id returnReason }",
    input: () => ({ ...keyed(taskAt(0, "SUBMITTED")), reason: "请补充凭证" }),
  },
  reassignTask: {
    type: "ReassignTaskInput",
    payload: "task { id assignee { id } }",
    input: () => ({ ...keyed(taskAt(1, "OPEN")), assigneeId: idOf("account", scene.world.account("verifier").id) }),
  },
  cancelTask: {
    type: "CancelTaskInput",
    payload: "task { id status }",
    input: () => ({ ...keyed(taskAt(2, "OPEN")), reason: "重复" }),
  },
  issueToken: {
    type: "IssueTokenInput",
    payload: "id",
    input: () => ({
      accountId: idOf("account", scene.world.account("reporter").id),
      name: "月报",
      expiresAt: "2026-12-31T00:00:00Z",
    }),
  },
  createAccount: {
    type: "CreateAccountInput",
    payload: "account { id username roles version }",
    input: () => ({ username: "newcomer", displayName: "新同事", password: "a-long-password", roles: ["ANALYST"] }),
  },
  setRoles: {
    type: "SetRolesInput",
    payload: "account { id roles }",
    input: () => ({ id: idOf("account", scene.world.account("collector2").id), version: 1, roles: ["COLLECTOR"] }),
  },
  linkIdentity: {
    type: "LinkIdentityInput",
    payload: "account { id identityIssuer identitySubject }",
    input: () => ({
      id: idOf("account", scene.world.account("analyst").id),
      version: 1,
      issuer: "https://id.example.com",
      subject: "248289761001",
    }),
  },
  disableAccount: {
    type: "DisableAccountInput",
    payload: "account { id displayName }",
    input: () => ({ id: idOf("account", scene.world.account("reviewer2").id), version: 1 }),
  },
  // After it was disabled: each role calls all of them in this order.
  enableAccount: {
    type: "EnableAccountInput",
    payload: "account { id disabledAt }",
    input: () => ({ id: idOf("account", scene.world.account("reviewer2").id), version: 2 }),
  },
  resetPassword: {
    type: "ResetPasswordInput",
    payload: "account { id oneTimeUntil }",
    input: () => ({
      id: idOf("account", scene.world.account("verifier2").id),
      version: 1,
      password: "a-one-time-password",
    }),
  },
};

const INPUTS: typeof INPUT = { ...INPUT, ...TASK_INPUT };

const call = (username: string | null, mutation: string, more: object = {}, payload?: string): Promise<Answer> => {
  const { type, payload: usual, input } = INPUTS[mutation] ?? { type: "", payload: "", input: () => ({}) };
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${payload ?? usual} } }`;
  return scene.archive.ask(username, document, { input: { ...input(), ...more } });
};

const TABLES = [
  "customer",
  "information_record",
  "record_state",
  "screening_finding",
  "sharing_agreement",
  "verification_task",
];

const counted = (): Promise<unknown> =>
  scene.archive.database.withViewer(SYSTEM, "READ", ({ rows }) =>
    rows(
      `select ${TABLES.map((table) => `(select count(*) from ${table}) as ${table}`).join(", ")}, (select sum(version) from customer) as versions`,
      [],
    ),
  );

const refusal = ({ status, errors }: Answer) => ({ status, ...errors?.[0]?.extensions });

describe.each(ROLES.map((role) => [role, role.toLowerCase()]))("a %s", (role, username) => {
  test.each(Object.keys(INPUTS))("calls %s if the policy lets the role, and else changes nothing", async (mutation) => {
    const before = await counted();
    const answer = await call(username, mutation);
    if (MAY_CALL[mutation]?.includes(role)) {
      expect(answer.errors).toBeUndefined();
      expect(Object.values(answer.data[mutation])[0]).not.toBeNull();
    } else {
      expect(refusal(answer)).toMatchObject({ status: 403, code: "FORBIDDEN", coordinate: `Mutation.${mutation}` });
      expect(answer.data).toBeUndefined();
      expect(await counted()).toEqual(before);
    }
  });
});

test.each(ROLES)("a %s asks for the next task if the policy lets the role", async (role) => {
  const answer = await scene.archive.ask(role.toLowerCase(), "mutation { claimNextTask { task { id } } }");
  const forbidden = answer.errors?.[0]?.extensions.code === "FORBIDDEN";
  expect(forbidden).toBe(!MAY_CALL.claimNextTask?.includes(role));
});

describe("a field one may not read", () => {
  test("a clerk does not write either, and then nothing of the contact is kept", async () => {
    const before = await counted();
    const answer = await call("clerk", "collectContact", { idNumber: "11010519491231002X" });
    expect(refusal(answer)).toMatchObject({
      status: 403,
      code: "FORBIDDEN",
      coordinate: "CollectContactInput.idNumber",
      use: "write",
    });
    expect(answer.text).not.toContain("110105");
    expect(await counted()).toEqual(before);
  });

  test("a collector writes where it is their own work", async () => {
    const answer = await call("collector", "collectContact", { idNumber: "11010519491231002X" }, "record { idNumber }");
    expect(answer.data.collectContact.record.idNumber).toBe("11010519491231002X");
  });
});

describe("what a write answers", () => {
  const RECORD =
    "id status disclosure seal corroboration source { party } screening { field message } verificationTasks { method status returnReason }";

  test.each([
    ["clerk", "collectContact", "ContactRecord", `${RECORD} personName mobile idNumber`],
    ["collector", "collectContact", "ContactRecord", `${RECORD} personName mobile idNumber`],
    [
      "collector",
      "collectFinancialStatement",
      "FinancialStatement",
      `${RECORD} revenue { amount band } bankAccount auditor`,
    ],
    ["collector", "collectRegistration", "RegistrationRecord", `${RECORD} legalName`],
  ])("to a %s who calls %s is what asking for it shows", async (username, mutation, type, fields) => {
    const written = await call(username, mutation, {}, `record { ${fields} } screening { field message }`);
    const { record, screening } = written.data[mutation];
    const document = `query ($id: ID!) { informationRecord(id: $id) { ... on ${type} { ${fields} } } }`;
    const asked = await scene.archive.ask(username, document, { id: record.id });
    expect(asked.data.informationRecord).toEqual(record);
    expect(screening).toEqual(record.screening);
    const places = (answer: Answer) =>
      answer.extensions?.disclosures?.map(({ coordinate, level }) => `${coordinate} ${level}`);
    const paid = places(written)?.filter(
      (place) => !place.startsWith("Collect") && !place.startsWith("ScreeningFinding"),
    );
    expect(paid?.sort()).toEqual(
      places(asked)
        ?.filter((place) => !place.startsWith("ScreeningFinding"))
        .sort(),
    );
  });

  test("does not open the rest of the archive: what is masked stays so", async () => {
    const payload =
      "customer { creditAssessment { rating creditLimit { amount band } } financialStatements { nodes { revenue { amount band } auditor } } }";
    const { data, extensions } = await call(
      "collector",
      "updateCustomer",
      { version: await versionOf(mine()) },
      payload,
    );
    const { creditAssessment, financialStatements } = data.updateCustomer.customer;
    expect(creditAssessment).toEqual({ rating: null, creditLimit: { amount: null, band: expect.any(String) } });
    for (const { revenue, auditor } of financialStatements.nodes.slice(1))
      expect([revenue.amount, auditor]).toEqual([null, null]);
    expect(extensions?.disclosures).toContainEqual({
      path: "updateCustomer.customer.creditAssessment.rating",
      coordinate: "CreditAssessment.rating",
      level: "DENIED",
      grade: "CREDIT",
      clause: "SP12",
    });
  });

  test("does not depend on other records of the series: nobody guesses values and watches", async () => {
    const customer = id(mine());
    const payload =
      "record { status corroboration version corrects { id } supersedes { id } supersededBy { id } verificationTasks { method status cause } } screening { rule severity field } tasks { method status priority cause }";
    const state = (periodEnd: string, revenue: string) =>
      call(
        "collector",
        "collectFinancialStatement",
        { customerId: customer, periodStart: "2022-01-01", periodEnd, revenue },
        payload,
      );
    const first = await state("2022-12-31", "5000000");
    const equal = await state("2022-12-31", "5000000");
    const contradicting = await state("2022-12-31", "99000000");
    const elsewhere = await state("2022-06-30", "99000000");
    for (const answer of [equal, contradicting, elsewhere]) expect(answer.text).toBe(first.text);
  });
});

const versionOf = async (customer: Stored): Promise<number> => {
  const { data } = await scene.archive.ask("reviewer", "query ($id: ID) { customer(id: $id) { version } }", {
    id: id(customer),
  });
  return data.customer.version;
};

describe("what is another's", () => {
  const nobody = idOf("customer", randomUUID());

  const ofCollectors = Object.keys(INPUT).filter((mutation) => MAY_CALL[mutation]?.includes("COLLECTOR"));

  test.each(ofCollectors.filter((mutation) => mutation !== "registerCustomer"))(
    "%s cannot be told to touch another branch's customer, and says no more than of one that is not there",
    async (mutation) => {
      const before = await counted();
      const key = mutation === "updateCustomer" ? "id" : "customerId";
      const answer = await call("collector", mutation, { [key]: id(theirs()) });
      expect(answer.text).toBe((await call("collector", mutation, { [key]: nobody })).text);
      expect(answer.errors?.[0]?.extensions.code).toBe("NOT_FOUND");
      expect(await counted()).toEqual(before);
    },
  );

  const record = (of: Stored, category: string): string =>
    idOf(
      "information_record",
      scene.world.all.information_record.find((row) => row.customer_id === of.id && row.category === category)?.id,
    );

  test.each([
    ["a record to correct", (of: string) => ({ corrects: of }), () => record(theirs(), "CONTACT")],
    [
      "a source of an analysis",
      (of: string) => ({ source: { channel: "DATA_ANALYSIS", tool: "T", legalBasis: "CONTRACT", derivedFrom: [of] } }),
      () => record(theirs(), "FINANCIAL"),
    ],
  ])("%s is no better known when another customer's than when it is not there", async (_, more, other) => {
    const absent = idOf("information_record", randomUUID());
    const answer = await call("collector", "collectContact", more(other()));
    expect(answer.text).toBe((await call("collector", "collectContact", more(absent))).text);
    expect(answer.errors).toHaveLength(1);
  });

  test("a consent of another customer covers as little as one that is not there", async () => {
    const consent = (of: string) => ({ source: { channel: "DIRECT_CONTACT", consentId: of } });
    const other = scene.world.all.consent.find(({ customer_id }) => customer_id === theirs().id);
    const answer = await call("collector", "collectContact", consent(idOf("consent", other?.id)));
    expect(answer.text).toBe((await call("collector", "collectContact", consent(idOf("consent", randomUUID())))).text);
    expect(answer.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  });

  test("a credit code registered by another branch can be registered, and nothing is said of it", async () => {
    const { uscc } = scene.world.all.customer.find((row) => row.branch_id === theirs().branch_id && row.uscc) as Stored;
    const fresh = await call(
      "collector",
      "registerCustomer",
      { uscc: "91000000MA0000022Y" },
      "customer { name status version }",
    );
    const taken = await call("collector", "registerCustomer", { uscc }, "customer { name status version }");
    expect(taken.text).toBe(fresh.text);
    const again = await call("collector", "registerCustomer", { uscc });
    expect(again.errors?.[0]?.extensions).toMatchObject({ code: "CONFLICT", field: "uscc" });
  });
});

describe("changing and correcting", () => {
  test("from a stale version is a CONFLICT, and changes nothing", async () => {
    const before = await counted();
    const answer = await call("collector", "updateCustomer", {
      version: (await versionOf(mine())) - 1,
      name: "另一个名字",
    });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: "CONFLICT", field: "version" });
    expect(answer.text).not.toContain("另一个名字");
    expect(await counted()).toEqual(before);
  });

  const find = (category: string, of: (row: Stored) => boolean): Stored | undefined =>
    scene.world.all.information_record.find(
      (row) =>
        row.category === category && scene.world.customer(row.customer_id).branch_id === mine().branch_id && of(row),
    );

  const correct = (username: string, mutation: string, record: Stored) =>
    call(
      username,
      mutation,
      { customerId: idOf("customer", record.customer_id), corrects: idOf("information_record", record.id) },
      "record { corrects { id } }",
    );

  test.each([
    [
      "a collector",
      "a statement that is somebody else's work",
      "collector",
      "collectFinancialStatement",
      "FINANCIAL",
      false,
    ],
    ["a clerk", "a contact that is somebody else's work", "clerk", "collectContact", "CONTACT", false],
    ["a collector", "a statement of their own", "collector", "collectFinancialStatement", "FINANCIAL", true],
    ["a collector", "a contact, whose id number they see masked,", "collector", "collectContact", "CONTACT", false],
  ])("%s corrects %s only with clearance or by work", async (_who, _what, username, mutation, category, own) => {
    const { accountId } = scene.eyes(username);
    const open = [
      "IN_VERIFICATION",
      "COLLECTED",
      "VERIFIED",
      "APPROVED",
      "RETURNED",
      ...(category === "FINANCIAL" ? ["ARCHIVED"] : []),
    ];
    const record = find(category, (row) => open.includes(row.status) && scene.world.isWorkOf(accountId, row) === own);
    const answer = await correct(username, mutation, record as Stored);
    if (own) expect(answer.errors).toBeUndefined();
    else expect(answer.errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN", field: "corrects" });
  });

  test("a restricted record cannot be corrected, derived from, or brought back by a write", async () => {
    const record = find("CONTACT", ({ status }) => status === "RESTRICTED") as Stored;
    expect((await correct("collector", "collectContact", record)).errors?.[0]?.extensions.code).toBe(
      "INVALID_TRANSITION",
    );
    const source = {
      channel: "DATA_ANALYSIS",
      tool: "T",
      legalBasis: "CONTRACT",
      derivedFrom: [idOf("information_record", record.id)],
    };
    const derived = await call("collector", "collectContact", {
      customerId: idOf("customer", record.customer_id),
      source,
    });
    expect(derived.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "source.derivedFrom" });
  });
});
