import type { CategoryCode } from "./category-code.js";
import { CONTENT_FORMS } from "./content.js";
import type { FieldForms } from "./field-form.js";

/** What of the envelope says what was collected, where, by whom and since when; states and decisions are no content. */
const ENVELOPE = {
  id: "text",
  customerId: "text",
  category: "text",
  series: "text",
  channel: "text",
  subChannel: "text",
  party: "text",
  statedOn: "date",
  reference: "text",
  tool: "text",
  legalBasis: "text",
  collectedBy: "text",
  collectedAt: "instant",
  validFrom: "date",
  validTo: "date",
  recordedAt: "instant",
} as const;

/** Every field a seal covers, of a category, and how it is written. */
const sealedFields = (category: CategoryCode): readonly (readonly [name: string, kind: string])[] => [
  ...Object.entries(ENVELOPE),
  ...Object.entries(CONTENT_FORMS[category] as FieldForms).map(([name, { kind }]) => [name, kind] as const),
];

/** A record as it is stored, or about to be: instants of UTC and decimals in any notation of these. */
export type SealedRecord = Readonly<Record<string, unknown>> & { readonly category: CategoryCode };

const UTC = /^(\d{4,}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.(\d+))?(?:Z|\+00(?::?00)?)$/;

/** @throws Error when the text is no instant of UTC */
export const canonicalInstant = (given: string): string => {
  const [, day, time, fraction = ""] = UTC.exec(given) ?? [];
  if (day === undefined) throw new Error("an instant of UTC is expected");
  const rest = fraction.replace(/0+$/, "");
  return `${day}T${time}${rest === "" ? "" : `.${rest}`}Z`;
};

/** The scale of a column is not part of what was said. */
const canonicalDecimal = (given: string): string => (given.includes(".") ? given.replace(/\.?0+$/, "") : given);

const canonical = (kind: string, value: unknown): string => {
  const written = String(value);
  if (kind === "instant") return canonicalInstant(written);
  return kind === "decimal" ? canonicalDecimal(written) : written;
};

/**
 * The content of a record as one text: the same on every database, whatever order or scale its columns have. What is
 * not said is left out, so that a field added to a category later changes nothing of what was sealed before.
 */
export const canonicalContent = (record: SealedRecord): string =>
  JSON.stringify(
    sealedFields(record.category)
      .filter(([name]) => record[name] !== null && record[name] !== undefined)
      .map(([name, kind]) => [name, canonical(kind, record[name])] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
