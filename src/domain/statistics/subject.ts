import { enumeration } from "../enumeration.js";

/** What a report counts: customers, or the records or tasks of customers. */
export const SUBJECTS = ["CUSTOMERS", "RECORDS", "TASKS"] as const;
export type Subject = (typeof SUBJECTS)[number];

/** What a report may be grouped and filtered by. Those of a customer hold of its records and tasks, too. */
export const StatisticsDimension = enumeration(
  "BRANCH",
  "PROVINCE",
  "CITY",
  "INDUSTRY_SECTION",
  "KIND",
  "IMPORTANCE",
  "STATUS",
  "RISK_CLASS",
  "RATING",
  "CATEGORY",
  "MONTH",
  "RECORD_STATUS",
  "TASK_METHOD",
  "TASK_STATUS",
  "TASK_CAUSE",
);
export type StatisticsDimension = keyof typeof StatisticsDimension;

/** The dimensions that are not of a customer, and what they are of. */
const OF_OTHERS: Partial<Record<StatisticsDimension, readonly Subject[]>> = {
  CATEGORY: ["RECORDS", "TASKS"],
  MONTH: ["RECORDS", "TASKS"],
  RECORD_STATUS: ["RECORDS"],
  TASK_METHOD: ["TASKS"],
  TASK_STATUS: ["TASKS"],
  TASK_CAUSE: ["TASKS"],
};

export const isOfCustomer = (dimension: StatisticsDimension): boolean => !(dimension in OF_OTHERS);

export const subjectsOfDimension = (dimension: StatisticsDimension): readonly Subject[] =>
  OF_OTHERS[dimension] ?? SUBJECTS;
