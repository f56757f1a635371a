import type { CategoryCode } from "../../domain/category-code.js";
import type { RecordStatus } from "../../domain/record.js";

/**
 * The bit of a category, and that of a status, in what `customer_record_fact` stores: they stay what they are, in whatever
 * order the lists stand. A new one is given the next number; with more than 63 pairs one number of PostgreSQL (bigint) does
 * not hold them any more, and `earlier` has to become two.
 */
export const CATEGORY_BIT = {
  REGISTRATION: 0,
  CONTACT: 1,
  OPERATION: 2,
  FINANCIAL: 3,
  TRANSACTION: 4,
  CREDIT: 5,
  FEEDBACK: 6,
} as const satisfies Record<CategoryCode, number>;

export const STATUS_BIT = {
  COLLECTED: 0,
  RETURNED: 1,
  IN_VERIFICATION: 2,
  VERIFIED: 3,
  APPROVED: 4,
  ARCHIVED: 5,
  SUPERSEDED: 6,
  RESTRICTED: 7,
  ERASED: 8,
} as const satisfies Record<RecordStatus, number>;

export const CATEGORIES = Object.keys(CATEGORY_BIT) as CategoryCode[];
export const STATUSES = Object.keys(STATUS_BIT) as RecordStatus[];

/** Pairs of a category and a status are numbered from 0 on: the statuses of a category stand together. */
export const STATUSES_A_CATEGORY = STATUSES.length;
export const PAIRS = CATEGORIES.length * STATUSES_A_CATEGORY;
const MOST_PAIRS = 63;
if (PAIRS > MOST_PAIRS) throw new Error(`${PAIRS} pairs of category and status: a bigint has ${MOST_PAIRS} bits`);

export const pairOf = (category: CategoryCode, status: RecordStatus): number =>
  STATUSES_A_CATEGORY * CATEGORY_BIT[category] + STATUS_BIT[status];

/** What stands for a value of a column, in SQL. */
export const caseOf = (
  column: string,
  bits: Readonly<Record<string, number>>,
  said: (bit: number) => number | bigint,
): string => {
  const cases = Object.entries(bits).map(([name, bit]) => `when '${name}' then ${said(bit)}`);
  return `(case ${column} ${cases.join(" ")} end)`;
};
