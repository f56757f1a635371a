import type { CategoryCode } from "./category-code.js";
import { namesOf } from "./enumeration.js";
import { MajorEventKind } from "./task.js";

/** What an event of each kind changes, and so what is verified and filed anew (SP3). */
export const CATEGORY_OF_EVENT = {
  LEGAL_REPRESENTATIVE: "REGISTRATION",
  EQUITY: "REGISTRATION",
  LITIGATION: "OPERATION",
  ABNORMAL_OPERATION: "OPERATION",
} as const satisfies Record<MajorEventKind, CategoryCode>;

/** The field of the record that an event of a kind says something about, by being one; null: of none in particular. */
export const FIELD_OF_EVENT = {
  LEGAL_REPRESENTATIVE: null,
  EQUITY: null,
  LITIGATION: "litigationCount",
  ABNORMAL_OPERATION: "operatingState",
} as const satisfies Record<MajorEventKind, string | null>;

/** All that events of a category may be about, each once. */
export const fieldsOfEvents = (category: CategoryCode): readonly (string | null)[] => {
  const kinds = namesOf(MajorEventKind).filter((kind) => CATEGORY_OF_EVENT[kind] === category);
  return [...new Set(kinds.map((kind) => FIELD_OF_EVENT[kind]))];
};
