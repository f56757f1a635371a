import { type SQL, sql } from "drizzle-orm";
import { CategoryCode } from "../../domain/category-code.js";
import { namesOf } from "../../domain/enumeration.js";
import { RecordStatus } from "../../domain/record.js";
import type { StatisticsDimension } from "../../domain/statistics/subject.js";

const COLUMNS = { CATEGORY: "category", RECORD_STATUS: "status", MONTH: "month" } as const;

/** A dimension of records themselves. */
type Own = keyof typeof COLUMNS;

const CATEGORIES = namesOf(CategoryCode);
const STATUSES = namesOf(RecordStatus);

const bit = (at: number): bigint => 1n << BigInt(at);
const bitOf = (names: readonly string[], name: string): bigint => bit(names.indexOf(name));

/** A pair of a category and a status is a bit of 63, as there are nine times seven. */
const pairBit = (category: string, status: string): bigint =>
  bit(STATUSES.length * CATEGORIES.indexOf(category as CategoryCode) + STATUSES.indexOf(status as RecordStatus));

/** The values of category and of status that pass. */
interface Passing {
  readonly categories: readonly string[];
  readonly statuses: readonly string[];
}

interface Earlier {
  /** Of the rows of a customer that agree in these … */
  readonly agreeing: readonly Own[];
  /** … this column of `customer_record_fact` says, from this bit on, … */
  readonly column: "earlier" | "earlier_in_month" | "earlier_alike";
  readonly shift: number;
  /** … what those before a row are: by their bits, stored and asked for. */
  readonly stored: string;
  asked(passing: Passing): bigint;
}

const either = (bits: readonly bigint[]): bigint => bits.reduce((all, each) => all | each, 0n);

const PAIRS = {
  stored: "pair",
  asked: ({ categories, statuses }: Passing) =>
    either(categories.flatMap((category) => statuses.map((status) => pairBit(category, status)))),
};
const OF_STATUSES = {
  stored: "status_bit",
  asked: ({ statuses }: Passing) => either(statuses.map((status) => bitOf(STATUSES, status))),
};
const OF_CATEGORIES = {
  stored: "category_bit",
  asked: ({ categories }: Passing) => either(categories.map((category) => bitOf(CATEGORIES, category))),
};
const ANY = { stored: "1::bigint", asked: () => 1n };

const [S, C] = [STATUSES.length, CATEGORIES.length];

const EARLIER: readonly Earlier[] = [
  { agreeing: [], column: "earlier", shift: 0, ...PAIRS },
  { agreeing: ["MONTH"], column: "earlier_in_month", shift: 0, ...PAIRS },
  { agreeing: ["CATEGORY"], column: "earlier_alike", shift: 0, ...OF_STATUSES },
  { agreeing: ["CATEGORY", "MONTH"], column: "earlier_alike", shift: S, ...OF_STATUSES },
  { agreeing: ["RECORD_STATUS"], column: "earlier_alike", shift: 2 * S, ...OF_CATEGORIES },
  { agreeing: ["RECORD_STATUS", "MONTH"], column: "earlier_alike", shift: 2 * S + C, ...OF_CATEGORIES },
  { agreeing: ["CATEGORY", "RECORD_STATUS"], column: "earlier_alike", shift: 2 * S + 2 * C, ...ANY },
];

const columnsOf = (dimensions: readonly Own[]): string[] => dimensions.map((name) => COLUMNS[name]);

const bitsOf = (column: string, names: readonly string[], width = 1): string =>
  `(case ${column} ${names.map((name, i) => `when '${name}' then ${bit(width * i)}`).join(" ")} end)::bigint`;

/** What {@link earlierRows} adds up: expressions over a row of category, status and month. */
export const OWN_BITS: SQL = sql.raw(
  `${bitsOf("category", CATEGORIES)} as category_bit, ${bitsOf("status", STATUSES)} as status_bit,
    ${bitsOf("category", CATEGORIES, S)} * ${bitsOf("status", STATUSES)} as pair`,
);

const before = ({ agreeing, stored, shift }: Earlier): string => {
  const by = ["customer_id", ...columnsOf(agreeing)].join(", ");
  return `(coalesce(bit_or(${stored}) over (partition by ${by} order by category, status, month
    rows between unbounded preceding and 1 preceding), 0) << ${shift})`;
};

/** The columns of `customer_record_fact` that say what a customer's rows before a row are, of all rows of the customers. */
export const earlierRows: SQL = sql.raw(
  (["earlier", "earlier_in_month", "earlier_alike"] as const)
    .map((name) => {
      const parts = EARLIER.filter(({ column }) => column === name);
      return `${parts.map(before).join(" | ")} as ${name}`;
    })
    .join(", "),
);

export interface FirstOf {
  /** What the customers' rows are to agree in. */
  readonly dimensions: readonly StatisticsDimension[];
  /** What the rows are filtered by. */
  readonly filters: ReadonlyMap<StatisticsDimension, readonly string[]>;
}

/** Of some months it has to be looked which rows are left. */
const lookedAt = (dimensions: readonly Own[]): SQL => {
  const by = ["customer_id", ...columnsOf(dimensions)].map((column) => `r.${column}`);
  return sql.raw(`row_number() over (partition by ${by.join(", ")}) = 1`);
};

const isOwn = (name: StatisticsDimension): name is Own => name in COLUMNS;

/** Of a row of record facts (alias `r`) that passes: whether no earlier one of its customer's that passes agrees with it. */
export const firstOf = ({ dimensions, filters }: FirstOf): SQL => {
  const months = new Set(filters.get("MONTH") ?? []);
  const own = dimensions.filter(isOwn);
  if (months.size > 1 && !own.includes("MONTH")) return lookedAt(own);
  const agreeing = new Set<Own>(months.size === 1 ? [...own, "MONTH"] : own);
  const found = EARLIER.find(
    (each) => each.agreeing.length === agreeing.size && each.agreeing.every((name) => agreeing.has(name)),
  );
  // Rows that agree in all three are one.
  if (found === undefined) return sql`true`;
  const [categories, statuses] = [filters.get("CATEGORY") ?? CATEGORIES, filters.get("RECORD_STATUS") ?? STATUSES];
  const passing = {
    categories: CATEGORIES.filter((name) => categories.includes(name)),
    statuses: STATUSES.filter((name) => statuses.includes(name)),
  };
  return sql.raw(`r.${found.column} & ${found.asked(passing) << BigInt(found.shift)} = 0`);
};
