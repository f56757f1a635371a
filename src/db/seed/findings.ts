import { INFORMATION_CATEGORIES } from "../../domain/category.js";
import type { FindingReason, FindingResult, VerificationMethod } from "../../domain/task.js";
import { finding } from "../tables/index.js";
import { accountId, type DemoUsername } from "./accounts.js";
import type { Demo } from "./demo.js";
import { demoId } from "./demo-id.js";
import type { Made } from "./made.js";

/** Whom each method asks: two confirmations take two parties (SP2). */
const PARTY = {
  PHONE_CALL: "客户总机",
  SITE_VISIT: "客户经营现场",
  THIRD_PARTY_COMPARISON: "示例银行营业部",
  PUBLIC_REGISTER_CHECK: "企业登记机关",
  DOCUMENT_CHECK: "客户财务部（原件）",
} as const satisfies Record<VerificationMethod, string>;

const NOTE = {
  CONFIRMED: null,
  CONTRADICTED: "与核实对象提供的资料不一致",
  INCONCLUSIVE: "资料不足，无法判断",
  NOT_REACHED: "三次未能联系到核实对象",
} as const satisfies Record<FindingResult, string | null>;

const MATCHES = {
  PHONE_CALL: "CONFIRMED_BY_PERSON",
  SITE_VISIT: "SEEN_ON_SITE",
  THIRD_PARTY_COMPARISON: "MATCHES_THIRD_PARTY",
  PUBLIC_REGISTER_CHECK: "MATCHES_REGISTER",
  DOCUMENT_CHECK: "MATCHES_DOCUMENT",
} as const satisfies Record<VerificationMethod, FindingReason>;

const reasonOf = (result: FindingResult, method: VerificationMethod): FindingReason =>
  ({
    CONFIRMED: MATCHES[method],
    CONTRADICTED: "DIFFERS",
    INCONCLUSIVE: "INCOMPLETE_EVIDENCE",
    NOT_REACHED: "NO_ANSWER",
  })[result] as FindingReason;

interface Found {
  readonly taskId: string;
  readonly record: Made;
  readonly method: VerificationMethod;
  readonly result: FindingResult;
  readonly performer: DemoUsername;
  readonly foundAt: string;
}

/** A finding per critical field that the record fills. */
export const findingsFor = (demo: Demo, { taskId, record, method, result, performer, foundAt }: Found): void => {
  const { id: recordId, customer, category, wanted } = record;
  const content = wanted.content as Readonly<Record<string, unknown>>;
  const fields = INFORMATION_CATEGORIES[category].fields.filter(
    ({ critical, name }) => critical && content[name] !== null,
  );
  const about = { taskId, recordId, customerId: customer.id, category, result, foundAt };
  demo.rows.add(
    finding,
    ...fields.map(({ name }) => ({
      ...about,
      id: demoId("finding", taskId, recordId, name),
      field: name,
      reason: reasonOf(result, method),
      sourceParty: PARTY[method],
      note: NOTE[result],
      performedBy: accountId(performer),
    })),
  );
};
