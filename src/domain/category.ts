import type { CategoryCode } from "./category-code.js";
import { CATEGORY_FIELDS, type CategoryField } from "./category-fields.js";
import type { Importance } from "./customer.js";
import type { ClearedGrade } from "./grade.js";

/** An information category: the policy's three axes of classification (SP5), and what is demanded of its records. */
export interface InformationCategory {
  readonly code: CategoryCode;
  readonly name: string;
  readonly nameZh: string;
  readonly nature: string;
  readonly importance: Importance;
  readonly relevance: string;
  /** Key information: verified through several channels (SP2). */
  readonly critical: boolean;
  readonly minimumConfirmations: number;
  /** Days from collection to the next refresh; null: refreshed by events only (SP3). */
  readonly refreshDays: number | null;
  /** What every text about a record weighs as: RECORD. */
  readonly ceiling: ClearedGrade;
  /** Its type in the API, and the mutation that collects it. */
  readonly typeName: string;
  readonly mutation: string;
  readonly fields: readonly CategoryField[];
}

const QUARTER = 90;
const YEAR = 365;

/** What the policy says of each category, as data. */
export const INFORMATION_CATEGORIES = {
  REGISTRATION: {
    code: "REGISTRATION",
    name: "Basic identity",
    nameZh: "基本身份信息",
    nature: "Identity: register facts",
    importance: "A",
    relevance: "Who the contract is with",
    critical: false,
    minimumConfirmations: 1,
    refreshDays: QUARTER,
    ceiling: "INTERNAL",
    typeName: "RegistrationRecord",
    mutation: "collectRegistration",
    fields: CATEGORY_FIELDS.REGISTRATION,
  },
  CONTACT: {
    code: "CONTACT",
    name: "Contact details",
    nameZh: "联系信息",
    nature: "Identity: personal data",
    importance: "B",
    relevance: "Whom to speak to in daily business",
    critical: false,
    minimumConfirmations: 1,
    refreshDays: QUARTER,
    ceiling: "CONTACT",
    typeName: "ContactRecord",
    mutation: "collectContact",
    fields: CATEGORY_FIELDS.CONTACT,
  },
  OPERATION: {
    code: "OPERATION",
    name: "Operating state",
    nameZh: "经营情况",
    nature: "Operation: how the business runs",
    importance: "A",
    relevance: "Whether the customer can go on trading",
    critical: true,
    minimumConfirmations: 2,
    refreshDays: QUARTER,
    ceiling: "INTERNAL",
    typeName: "OperationRecord",
    mutation: "collectOperation",
    fields: CATEGORY_FIELDS.OPERATION,
  },
  FINANCIAL: {
    code: "FINANCIAL",
    name: "Financial state",
    nameZh: "财务状况",
    nature: "Finance: statements of a period",
    importance: "A",
    relevance: "Whether the customer can pay",
    critical: true,
    minimumConfirmations: 2,
    refreshDays: YEAR,
    ceiling: "FINANCIAL",
    typeName: "FinancialStatement",
    mutation: "collectFinancialStatement",
    fields: CATEGORY_FIELDS.FINANCIAL,
  },
  TRANSACTION: {
    code: "TRANSACTION",
    name: "Transactions and performance",
    nameZh: "交易与履约记录",
    nature: "Trade: contracts and payments with us",
    importance: "A",
    relevance: "How the customer has paid us",
    critical: true,
    minimumConfirmations: 2,
    refreshDays: null,
    ceiling: "COMMERCIAL",
    typeName: "TransactionRecord",
    mutation: "collectTransaction",
    fields: CATEGORY_FIELDS.TRANSACTION,
  },
  CREDIT: {
    code: "CREDIT",
    name: "Credit assessment",
    nameZh: "信用评估信息",
    nature: "Assessment: our own judgement",
    importance: "A",
    relevance: "On what terms we sell",
    critical: false,
    minimumConfirmations: 0,
    refreshDays: YEAR,
    ceiling: "CREDIT",
    typeName: "CreditAssessment",
    mutation: "assessCredit",
    fields: CATEGORY_FIELDS.CREDIT,
  },
  FEEDBACK: {
    code: "FEEDBACK",
    name: "After-sale feedback",
    nameZh: "售后服务反馈",
    nature: "Service: what the customer tells us",
    importance: "C",
    relevance: "How the customer is served",
    critical: false,
    minimumConfirmations: 0,
    refreshDays: null,
    ceiling: "COMMERCIAL",
    typeName: "FeedbackRecord",
    mutation: "collectFeedback",
    fields: CATEGORY_FIELDS.FEEDBACK,
  },
} as const satisfies { readonly [C in CategoryCode]: InformationCategory & { readonly code: C } };
