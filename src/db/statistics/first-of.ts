import { type SQL, sql } from "drizzle-orm";
import type { CategoryCode } from "../../domain/category-code.js";
import type { RecordStatus } from "../../domain/record.js";
import type { StatisticsDimension } from "../../domain/statistics/subject.js";
import { CATEGORIES, CATEGORY_BIT, caseOf, pairOf, STATUS_BIT, STATUSES, STATUSES_A_CATEGORY } from "./record-pair.js";

/*
 * A report over records counts a customer once in each group and once in each total: by the first of the customer's rows that pass its
 * filter and agree in the dimensions of that total. The rows of a customer stand in one order (category, status, month), and each
 * stores in bits what stands before it:
 *
 *     row                              earlier (pairs of category and status)
 *     CONTACT    ARCHIVED    2026-01   –
 *     CONTACT    SUPERSEDED  2025-03   CONTACT ARCHIVED
 *     FINANCIAL  ARCHIVED    2026-02   CONTACT ARCHIVED, CONTACT SUPERSEDED
 *
 * Of a total over all records of SUPERSEDED or FINANCIAL the second row is the first: none of the pairs before it passes.
 */

const COLUMNS = { CATEGORY: "category", RECORD_STATUS: "status", MONTH: "month" } as const;

/** A dimension of records themselves. */
type Own = keyof typeof COLUMNS;

const isOwn = (name: StatisticsDimension): name is Own => name in COLUMNS;

const bit = (at: number): bigint => 1n << BigInt(at);

const either = (bits: readonly bigint[]): bigint => bits.reduce((all, each) => all | each, 0n);

/** The categories and the statuses that pass a filter. */
interface Passing {
  readonly categories: readonly CategoryCode[];
  readonly statuses: readonly RecordStatus[];
}

/** What is told of the rows before a row: which bits it adds to those behind it, and which bits pass a filter. */
interface Told {
  readonly added: string;
  passing(passing: Passing): bigint;
}

const PAIRS: Told = {
  added: "pair_bit",
  passing: ({ categories, statuses }) =>
    either(categories.flatMap((category) => statuses.map((status) => bit(pairOf(category, status))))),
};
const THEIR_STATUSES: Told = {
  added: "status_bit",
  passing: ({ statuses }) => either(statuses.map((status) => bit(STATUS_BIT[status]))),
};
const THEIR_CATEGORIES: Told = {
  added: "category_bit",
  passing: ({ categories }) => either(categories.map((category) => bit(CATEGORY_BIT[category]))),
};
const THAT_THERE_ARE_ANY: Told = { added: "1::bigint", passing: () => 1n };

/** Where it is stored, of the rows that agree in some dimensions: in which column, from which bit on. */
interface Stored {
  readonly agreeing: readonly Own[];
  readonly column: "earlier" | "earlier_in_month" | "earlier_alike";
  readonly from: number;
  readonly told: Told;
}

const [S, C] = [STATUSES.length, CATEGORIES.length];

const STORED: readonly Stored[] = [
  { agreeing: [], column: "earlier", from: 0, told: PAIRS },
  { agreeing: ["MONTH"], column: "earlier_in_month", from: 0, told: PAIRS },
  { agreeing: ["CATEGORY"], column: "earlier_alike", from: 0, told: THEIR_STATUSES },
  { agreeing: ["CATEGORY", "MONTH"], column: "earlier_alike", from: S, told: THEIR_STATUSES },
  { agreeing: ["RECORD_STATUS"], column: "earlier_alike", from: 2 * S, told: THEIR_CATEGORIES },
  { agreeing: ["RECORD_STATUS", "MONTH"], column: "earlier_alike", from: 2 * S + C, told: THEIR_CATEGORIES },
  { agreeing: ["CATEGORY", "RECORD_STATUS"], column: "earlier_alike", from: 2 * S + 2 * C, told: THAT_THERE_ARE_ANY },
];

const columnsOf = (dimensions: readonly Own[]): string[] => dimensions.map((name) => COLUMNS[name]);

const CATEGORY_BIT_SQL = `${caseOf("category", CATEGORY_BIT, bit)}::bigint`;
const STATUS_BIT_SQL = `${caseOf("status", STATUS_BIT, bit)}::bigint`;
const CATEGORY_IN_PAIR_SQL = `${caseOf("category", CATEGORY_BIT, (at) => bit(at * STATUSES_A_CATEGORY))}::bigint`;

/** The bits a row of category, status and month adds to those behind it. */
export const OWN_BITS: SQL = sql.raw(
  `${CATEGORY_BIT_SQL} as category_bit, ${STATUS_BIT_SQL} as status_bit, ${CATEGORY_IN_PAIR_SQL} * ${STATUS_BIT_SQL} as pair_bit`,
);

const before = ({ agreeing, told, from }: Stored): string => {
  const by = ["customer_id", ...columnsOf(agreeing)].join(", ");
  return `(coalesce(bit_or(${told.added}) over (partition by ${by} order by category, status, month
    rows between unbounded preceding and 1 preceding), 0) << ${from})`;
};

/** What rows with {@link OWN_BITS}, all of each customer, store of those before them. */
export const EARLIER_ROWS: SQL = sql.raw(
  (["earlier", "earlier_in_month", "earlier_alike"] as const)
    .map(
      (name) =>
        `${STORED.filter(({ column }) => column === name)
          .map(before)
          .join(" | ")} as ${name}`,
    )
    .join(", "),
);

export interface FirstOf {
  /** What the customers' rows are to agree in. */
  readonly dimensions: readonly StatisticsDimension[];
  /** What the rows are filtered by. */
  readonly filters: ReadonlyMap<StatisticsDimension, readonly string[]>;
}

/** Which months stand before a row is not stored: of several it has to be looked. */
const lookedFor = (dimensions: readonly Own[]): SQL => {
  const by = ["customer_id", ...columnsOf(dimensions)].map((column) => `r.${column}`);
  return sql.raw(`row_number() over (partition by ${by.join(", ")} order by r.category, r.status, r.month) = 1`);
};

/** Of a row of record facts (alias `r`) that passes: whether no earlier one of its customer's that passes agrees with it. */
export const firstOf = ({ dimensions, filters }: FirstOf): SQL => {
  const months = new Set(filters.get("MONTH") ?? []);
  const own = dimensions.filter(isOwn);
  if (months.size > 1 && !own.includes("MONTH")) return lookedFor(own);
  const agreeing = new Set<Own>(months.size === 1 ? [...own, "MONTH"] : own);
  const stored = STORED.find(
    (each) => each.agreeing.length === agreeing.size && each.agreeing.every((name) => agreeing.has(name)),
  );
  // Rows that agree in all three are one.
  if (stored === undefined) return sql`true`;
  const [categories, statuses] = [filters.get("CATEGORY") ?? CATEGORIES, filters.get("RECORD_STATUS") ?? STATUSES];
  const passing = stored.told.passing({
    categories: CATEGORIES.filter((name) => categories.includes(name)),
    statuses: STATUSES.filter((name) => statuses.includes(name)),
  });
  return sql.raw(`r.${stored.column} & ${passing << BigInt(stored.from)} = 0`);
};
