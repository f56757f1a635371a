import type { CategoryCode } from "../domain/category-code.js";
import type { Disclosure } from "../domain/disclosure.js";
import type { Grade } from "../domain/grade.js";
import type { AskedField } from "./asked.js";
import type { Coordinate } from "./classification.js";
import { CLAUSE_OF } from "./clause.js";
import type { ActingRole, Policy } from "./policy.js";

/** Texts that are not shown in full: those about records of a category, or about one field of them. */
export interface WithheldText {
  readonly category: CategoryCode;
  readonly field: string | null;
  readonly level: Disclosure;
}

/** One entry of `extensions.disclosures`: what was not shown in full, where, and why. */
export interface DisclosureEntry {
  readonly path: string;
  readonly coordinate: Coordinate;
  /** Of texts about records the least that any kind of them is shown with. */
  readonly level: Disclosure;
  readonly grade: Grade;
  readonly clause: string;
  /** Of texts about records which ones; all others are shown in full. */
  readonly texts?: readonly WithheldText[];
}

const withheldTexts = (policy: Policy, role: ActingRole, { coordinate, categories }: AskedField): WithheldText[] =>
  (role === null ? [] : policy.texts(role, coordinate, categories)).flatMap(
    ({ category, field, verdict: { level } }) => (level === "FULL" ? [] : [{ category, field, level }]),
  );

/** Told once per coordinate and place, from what is asked alone: its size tells nothing of rows. */
export const disclosuresOf = (policy: Policy, role: ActingRole, fields: Iterable<AskedField>): DisclosureEntry[] => {
  const entries = new Map<string, DisclosureEntry>();
  for (const field of fields) {
    const { coordinate, categories, path } = field;
    const { level } = policy.disclosed(role, coordinate, categories);
    if (level === "FULL") continue;
    const grade = policy.gradeOf(coordinate);
    const texts = grade === "RECORD" ? { texts: withheldTexts(policy, role, field) } : {};
    entries.set(`${path} ${coordinate}`, { path, coordinate, level, grade, clause: CLAUSE_OF[grade], ...texts });
  }
  return [...entries.values()];
};
