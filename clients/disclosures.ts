/** One entry of `extensions.disclosures`: a field that was not shown in full, and the clause that keeps it back. */
export interface Disclosure {
  /** Response keys from the root of the answer; `@` stands for a position in a list. */
  readonly path: string;
  /** `Type.field`: at one path several types may stand. */
  readonly coordinate: string;
  /** What every row is given at least. DENIED: nothing. MASKED: a part. TASK_BOUND: in full on my own work. */
  readonly level: "DENIED" | "MASKED" | "TASK_BOUND";
  readonly grade: string;
  readonly clause: string;
}

/** What any client calls the result of an operation: the archive's `extensions` are all that is looked at. */
export interface Answered {
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

export const disclosuresIn = ({ extensions }: Answered): readonly Disclosure[] =>
  (extensions?.disclosures as readonly Disclosure[] | undefined) ?? [];

const LEAST_FIRST: readonly Disclosure["level"][] = ["DENIED", "MASKED", "TASK_BOUND"];

const segmentsOf = (path: string | readonly (string | number)[]): string[] =>
  (typeof path === "string" ? path.split(".") : path).map((key) => (/^\d+$/.test(String(key)) ? "@" : String(key)));

/**
 * How a value of an answer was shown, by its path in the answer: `customer.contacts.0.mobile`. Null: in full. A value
 * of several parts, such as an amount of money, is shown as a whole: its parts find the entry of the whole. Where records
 * of several types stand at one path, `typename` says which is meant; without it the least that any is given counts.
 */
export const disclosureAt = (
  disclosures: readonly Disclosure[],
  path: string | readonly (string | number)[],
  typename?: string,
): Disclosure | null => {
  for (let keys = segmentsOf(path); keys.length > 0; keys = keys.slice(0, -1)) {
    const here = disclosures.filter((each) => each.path === keys.join("."));
    const meant = here.filter(({ coordinate }) => typename === undefined || coordinate.startsWith(`${typename}.`));
    const least = LEAST_FIRST.flatMap((level) => meant.filter((each) => each.level === level))[0];
    if (least !== undefined) return least;
  }
  return null;
};
