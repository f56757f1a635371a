import type { Figure } from "./measure.js";
import { type StatisticsDimension, SUBJECTS, type Subject } from "./subject.js";

export type Keys = readonly (string | null)[];

/** Customers alike in all that some reports ask, and how many; of their records and tasks the kinds, by their places in `Kinds`. */
export interface Profile {
  readonly kind: number;
  readonly customers: number;
  readonly records: readonly number[];
  readonly tasks: readonly number[];
}

/** What there is of dimensions: every combination of their values once. */
export interface Kinds {
  readonly dimensions: readonly StatisticsDimension[];
  readonly values: readonly Keys[];
}

/** What customers of a kind bring in of a figure: in all and at the most, signs left aside. */
export interface BroughtIn {
  readonly kind: number;
  readonly figure: Figure;
  readonly currency: string | null;
  readonly customers: number;
  readonly total: bigint;
  readonly largest: bigint;
}

/** All that some reports are about, at one moment, so that any two of them can be counted together without the database. */
export interface CensusParts {
  readonly kinds: Readonly<Record<Subject, Kinds>>;
  readonly profiles: readonly Profile[];
  readonly figures: readonly BroughtIn[];
  /** The code of a branch by its id. */
  readonly branches: ReadonlyMap<string, string>;
}

/** Rows of all profiles, one after the other: the kind of each, and where those of a profile begin. */
export interface Rows {
  readonly kinds: Int32Array;
  readonly starts: Int32Array;
}

const KIND_OF_CUSTOMER = [0];

const rowsOf = (profile: Profile, subject: Subject): readonly number[] => {
  if (subject === "CUSTOMERS") return KIND_OF_CUSTOMER;
  return subject === "RECORDS" ? profile.records : profile.tasks;
};

const flat = (profiles: readonly Profile[], subject: Subject): Rows => {
  const starts = new Int32Array(profiles.length + 1);
  for (const [i, profile] of profiles.entries())
    starts[i + 1] = (starts[i] as number) + rowsOf(profile, subject).length;
  const kinds = new Int32Array(starts[profiles.length] as number);
  for (const [i, profile] of profiles.entries()) kinds.set(rowsOf(profile, subject), starts[i]);
  return { kinds, starts };
};

export class Census {
  readonly rows: Readonly<Record<Subject, Rows>>;
  /** How many customers are of a profile. */
  readonly customers: Int32Array;
  /** Which kind of customer they are. */
  readonly kinds: Int32Array;

  constructor(readonly parts: CensusParts) {
    const { profiles } = parts;
    this.customers = Int32Array.from(profiles, ({ customers }) => customers);
    this.kinds = Int32Array.from(profiles, ({ kind }) => kind);
    this.rows = Object.fromEntries(SUBJECTS.map((subject) => [subject, flat(profiles, subject)])) as Record<
      Subject,
      Rows
    >;
  }
}

export const add = (sums: Int32Array, at: number, more: number): void => {
  sums[at] = (sums[at] as number) + more;
};

/** Calls for every profile and each of its rows. */
export const eachRow = ({ starts }: Rows, visit: (row: number, profile: number) => void): void => {
  for (let profile = 0; profile < starts.length - 1; profile++)
    for (let row = starts[profile] as number; row < (starts[profile + 1] as number); row++) visit(row, profile);
};
