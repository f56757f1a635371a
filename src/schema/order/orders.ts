import { enumeration } from "../../domain/enumeration.js";
import { orderOf } from "./order.js";

export const CustomerOrder = orderOf(
  "Customer",
  enumeration(
    "CODE",
    "NAME",
    "CREATED_AT",
    "UPDATED_AT",
    "IMPORTANCE",
    "REGION",
    "RISK_CLASS",
    "CREDIT_RATING",
    "CREDIT_LIMIT",
    "REVENUE",
  ),
  {
    CODE: "PUBLIC",
    NAME: "PUBLIC",
    CREATED_AT: "INTERNAL",
    UPDATED_AT: "INTERNAL",
    IMPORTANCE: "INTERNAL",
    REGION: "PUBLIC",
    RISK_CLASS: "CREDIT",
    CREDIT_RATING: "CREDIT",
    CREDIT_LIMIT: "CREDIT",
    REVENUE: "FINANCIAL",
  },
  {
    CODE: "Customer code.",
    NAME: "Name, by code point.",
    CREATED_AT: "When it was registered here.",
    UPDATED_AT: "When its own columns last changed.",
    IMPORTANCE: "Importance, A first.",
    REGION: "Region code.",
    RISK_CLASS: "Risk class, lowest risk first.",
    CREDIT_RATING: "Rating in force, worst first.",
    CREDIT_LIMIT: "Credit limit in force, in units of its currency.",
    REVENUE: "Revenue of the newest archived statement, in units of its currency.",
  },
);

export const InformationRecordOrder = orderOf(
  "InformationRecord",
  enumeration("RECORDED_AT", "COLLECTED_AT", "VALID_FROM"),
  { RECORDED_AT: "INTERNAL", COLLECTED_AT: "INTERNAL", VALID_FROM: "INTERNAL" },
  {
    RECORDED_AT: "When the archive learnt of it.",
    COLLECTED_AT: "When it was collected.",
    VALID_FROM: "First day of validity.",
  },
);

export const FinancialStatementOrder = orderOf(
  "FinancialStatement",
  enumeration("PERIOD_END", "RECORDED_AT", "REVENUE", "TOTAL_ASSETS", "NET_PROFIT"),
  {
    PERIOD_END: "INTERNAL",
    RECORDED_AT: "INTERNAL",
    REVENUE: "FINANCIAL",
    TOTAL_ASSETS: "FINANCIAL",
    NET_PROFIT: "FINANCIAL",
  },
  {
    PERIOD_END: "Last day of the period.",
    RECORDED_AT: "When the archive learnt of it.",
    REVENUE: "Revenue.",
    TOTAL_ASSETS: "Total assets.",
    NET_PROFIT: "Net profit.",
  },
);

export const VerificationTaskOrder = orderOf(
  "VerificationTask",
  enumeration("PRIORITY", "DUE_AT", "CREATED_AT"),
  { PRIORITY: "INTERNAL", DUE_AT: "INTERNAL", CREATED_AT: "INTERNAL" },
  { PRIORITY: "Priority, lowest first.", DUE_AT: "When it is due.", CREATED_AT: "When it was opened." },
);
