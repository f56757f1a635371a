/** One entry of `extensions.disclosures`: a field that was not shown in full, and the clause that keeps it back. */
export interface Disclosure {
  /** Response keys from the root of the answer; `@` stands for a position in a list. */
  readonly path: string;
  /** `Type.field`: at one path several types may stand. */
  readonly coordinate: string;
  /** What every row is given at least. DENIED: nothing. MASKED: a part. TASK_BOUND: in full on my own work. */
  readonly level: Level;
  /** RECORD: a text about a record, which weighs as the record's category. */
  readonly grade: string;
  readonly clause: string;
  /** Of grade RECORD, which texts are not shown in full; all others are. */
  readonly texts?: readonly WithheldText[];
}

export type Level = "DENIED" | "MASKED" | "TASK_BOUND";

export interface WithheldText {
  /** Of the record, or the records of the task or conflict, that it is about. */
  readonly category: string;
  /** Only what is about this field: of a list these rows are left out. Null: all of it. */
  readonly field: string | null;
  readonly level: Level;
}

/** What any client calls the result of an operation: the archive's `extensions` are all that is looked at. */
export interface Answered {
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

export const disclosuresIn = ({ extensions }: Answered): readonly Disclosure[] =>
  (extensions?.disclosures as readonly Disclosure[] | undefined) ?? [];

const LEAST_FIRST: readonly Level[] = ["DENIED", "MASKED", "TASK_BOUND"];

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

/**
 * What a disclosure comes to on a row about a record of a category. Null: nothing is withheld there. A text with a `field` is
 * withheld from a list without leaving a gap: whether there was one is not told.
 */
export const disclosureOf = (disclosure: Disclosure, category: string): Disclosure | null => {
  if (disclosure.texts === undefined) return disclosure;
  const texts = disclosure.texts.filter((text) => text.category === category);
  const level = LEAST_FIRST.find((each) => texts.some((text) => text.level === each));
  return level === undefined ? null : { ...disclosure, level, texts };
};
