import type { Eyes } from "../oracle/expected.js";
import { idOf, type Stored } from "../oracle/stored.js";
import type { Chance } from "./chance.js";
import type { Values } from "./values.js";

type Table = Parameters<typeof idOf>[0];

/** What the inputs of mutations are made with. */
export interface Making {
  readonly chance: Chance;
  readonly values: Values;
  readonly eyes: Eyes;
}

const versioned = ({ values }: Making, table: Table, fits: (row: Stored) => boolean) => {
  const row = values.rowOf(table, fits);
  return { id: idOf(table, row.id), version: row.version };
};

const ofCustomer = ({ values }: Making) => ({
  customerId: idOf("customer", values.rowOf("customer").id),
  source: { channel: "DIRECT_CONTACT", legalBasis: "CONTRACT" },
});

const inState =
  (...states: readonly string[]) =>
  ({ status }: Stored): boolean =>
    states.includes(status);

const mineClaimed =
  ({ eyes }: Making) =>
  (task: Stored): boolean =>
    eyes.world.isClaimOf(eyes.accountId, task);

const asFinding = (making: Making) => {
  const task = making.values.rowOf("verification_task", mineClaimed(making));
  const [record] = making.eyes.world.recordsOf(task.id);
  const fields: Readonly<Record<string, string>> = {
    CONTACT: "mobile",
    FINANCIAL: "revenue",
    REGISTRATION: "legalName",
    OPERATION: "operatingState",
    TRANSACTION: "amount",
  };
  const finding = {
    recordId: idOf("information_record", record?.id ?? ""),
    field: fields[task.category] ?? "legalName",
    result: "CONFIRMED",
    sourceParty: "客户财务部",
    note: "与原件相符",
  };
  return { id: idOf("verification_task", task.id), version: task.version, findings: [finding] };
};

/**
 * What each mutation is called with. A mutation that stands here for a role that may not call it is refused; of those that
 * stand nowhere (`login` and its like) other tests speak.
 */
export const INPUTS: Readonly<Record<string, (making: Making) => object | null>> = {
  registerCustomer: ({ chance }) => ({
    // Else it is given one by chance.
    code: `NEW-${chance.below(9)}`,
    name: `新客户${chance.below(9)}`,
    kind: "ENTERPRISE",
    importance: "B",
  }),
  updateCustomer: (making) => ({
    ...versioned(making, "customer", () => true),
    importance: making.chance.pick(["A", "B", "C"]),
  }),
  transferCustomer: (making) => ({
    ...versioned(making, "customer", () => true),
    branchCode: making.values.rowOf("branch").code,
    reason: "客户迁址",
  }),
  collectRegistration: (making) => ({ ...ofCustomer(making), legalName: making.values.rowOf("customer").name }),
  collectContact: (making) => ({ ...ofCustomer(making), personName: "张三", mobile: "13800000000" }),
  collectFinancialStatement: (making) => ({
    ...ofCustomer(making),
    periodStart: "2023-01-01",
    periodEnd: "2023-06-30",
    currency: "CNY",
    revenue: String(1_000_000 * (1 + making.chance.below(9))),
    netProfit: making.chance.pick(["-5", "100000", "99999999"]),
  }),
  collectOperation: (making) => ({ ...ofCustomer(making), operatingState: "正常经营", employees: 120 }),
  collectTransaction: (making) => ({
    ...ofCustomer(making),
    contractNumber: `K-${making.chance.below(99)}`,
    occurredOn: "2026-05-04",
    amount: { amount: "350000", currency: "CNY" },
  }),
  collectFeedback: (making) => ({
    ...ofCustomer(making),
    receivedOn: "2026-05-04",
    kind: making.chance.pick(["PRAISE", "COMPLAINT"]),
    satisfaction: 4,
  }),
  assessCredit: (making) => {
    const input = making.values.rowOf(
      "information_record",
      ({ status, category }) => status === "ARCHIVED" && category === "FINANCIAL",
    );
    return {
      customerId: idOf("customer", input.customer_id),
      source: { channel: "DATA_ANALYSIS", tool: "评分卡 1", derivedFrom: [idOf("information_record", input.id)] },
      rating: making.chance.pick(["A", "BBB"]),
      score: "75",
      rationale: "按期付款，财务稳健",
    };
  },
  giveConsent: (making) => ({
    customerId: idOf("customer", making.values.rowOf("customer").id),
    personName: "张三",
    purposes: ["CREDIT_ASSESSMENT"],
    categories: ["CONTACT"],
  }),
  withdrawConsent: (making) => ({
    ...versioned(making, "consent", ({ withdrawn_on }) => withdrawn_on === null),
    reason: "本人要求",
  }),
  reportMajorEvent: (making) => ({
    customerId: idOf("customer", making.values.rowOf("customer").id),
    kind: making.chance.pick(["LITIGATION", "ABNORMAL_OPERATION"]),
    description: "被起诉",
    occurredOn: "2026-06-01",
  }),
  approveRecord: (making) => versioned(making, "information_record", inState("VERIFIED")),
  returnRecord: (making) => ({
    ...versioned(making, "information_record", inState("IN_VERIFICATION", "VERIFIED")),
    reason: "期间有误",
  }),
  archiveRecords: (making) => ({ records: [versioned(making, "information_record", inState("APPROVED"))] }),
  restrictRecord: (making) => ({
    ...versioned(making, "information_record", inState("ARCHIVED", "COLLECTED")),
    reason: "当事人请求",
  }),
  liftRestriction: (making) => ({
    ...versioned(making, "information_record", inState("RESTRICTED")),
    reason: "复核无误",
  }),
  requestVerification: (making) => {
    const { id, version } = versioned(making, "information_record", inState("IN_VERIFICATION", "COLLECTED"));
    return { recordId: id, version, method: "SITE_VISIT" };
  },
  claimTask: (making) => versioned(making, "verification_task", inState("OPEN", "RETURNED")),
  claimNextTask: () => null,
  releaseTask: (making) => versioned(making, "verification_task", mineClaimed(making)),
  submitFindings: asFinding,
  returnTask: (making) => ({ ...versioned(making, "verification_task", inState("SUBMITTED")), reason: "请补充凭证" }),
  cancelTask: (making) => ({ ...versioned(making, "verification_task", inState("OPEN")), reason: "重复" }),
  reassignTask: (making) => ({
    ...versioned(making, "verification_task", inState("OPEN")),
    assigneeId: idOf("account", making.eyes.world.account("verifier").id),
  }),
  resolveConflict: (making) => ({
    ...versioned(making, "conflict", ({ resolved_at }) => resolved_at === null),
    resolution: "NEITHER",
    reason: "两者皆误",
  }),
  recordAgreement: ({ chance }) => ({
    partner: `示例集团${chance.below(9)}`,
    number: `XY-${chance.below(99)}`,
    purposes: ["CREDIT_ASSESSMENT"],
    startsOn: "2026-01-01",
    expiresOn: chance.pick(["2027-01-01", "2026-01-01"]),
  }),
  endAgreement: ({ values }) => {
    const { id, version } = values.rowOf("sharing_agreement");
    return { id, version, reason: "合作终止" };
  },
  publishNotice: () => ({ purpose: "AUDIT", textZh: "告知", textEn: "Told" }),
  setRoles: (making) => ({
    id: idOf("account", making.eyes.world.account("collector2").id),
    version: 1,
    roles: [making.chance.pick(["COLLECTOR", "CLERK"])],
  }),
  linkIdentity: (making) => ({
    id: idOf("account", making.eyes.world.account("analyst").id),
    version: 1,
    issuer: "https://id.example.com",
    subject: "248289761001",
  }),
  disableAccount: (making) => ({ id: idOf("account", making.eyes.world.account("reviewer2").id), version: 1 }),
  enableAccount: (making) => ({ id: idOf("account", making.eyes.world.account("reviewer2").id), version: 1 }),
  resetPassword: (making) => ({
    id: idOf("account", making.eyes.world.account("verifier2").id),
    version: 1,
    password: "a-one-time-password",
  }),
};
