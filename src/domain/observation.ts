import type { CategoryCode } from "./category-code.js";
import { CONTENT_FORMS, type Content } from "./content.js";
import type { PersonalContent } from "./personal-data.js";
import { type Channel, OFFICIAL_REGISTER } from "./source.js";
import type { VerificationMethod } from "./task.js";
import type { Origin } from "./verification-policy.js";

const from = (channel: Channel, subChannel: string | null = null): Origin => ({ channel, subChannel });

/** Through which channel a value comes that verification observed (SP6, SP7). */
export const ORIGIN_OF_OBSERVATION = {
  PHONE_CALL: from("DIRECT_CONTACT"),
  SITE_VISIT: from("SITE_INVESTIGATION"),
  THIRD_PARTY_COMPARISON: from("THIRD_PARTY_AGENCY"),
  PUBLIC_REGISTER_CHECK: from("PUBLIC_SOURCE", OFFICIAL_REGISTER),
  DOCUMENT_CHECK: from("DIRECT_CONTACT"),
} as const satisfies Record<VerificationMethod, Origin>;

/** What tells which thing a record is about, and what no record of its category can be kept without. */
const KEYS = {
  REGISTRATION: ["legalName", "uscc"],
  CONTACT: ["personName"],
  OPERATION: ["operatingState"],
  FINANCIAL: ["periodStart", "periodEnd", "currency"],
  TRANSACTION: ["contractNumber", "occurredOn", "amount", "amountCurrency"],
  CREDIT: ["rating", "score"],
  FEEDBACK: ["receivedOn", "kind"],
} as const satisfies { readonly [C in CategoryCode]: readonly (keyof Content<C>)[] };

type Values = Readonly<Record<string, unknown>>;

/** What an observation says: what was observed, and of the record that was checked no more than which thing it is about. */
export const observedContent = (
  category: CategoryCode,
  checked: Values,
  observed: Values,
): Content<CategoryCode> & PersonalContent => {
  const keys: readonly string[] = KEYS[category];
  const kept = (name: string) => (keys.includes(name) ? checked[name] : null);
  const content = Object.keys(CONTENT_FORMS[category]).map((name) => [name, observed[name] ?? kept(name) ?? null]);
  return Object.fromEntries(content) as Content<CategoryCode>;
};

/** What an observation leaves out is noted and not sent back for: nobody was asked for it. */
export const isAbsence = ({ rule }: { readonly rule: string }): boolean => rule.endsWith(".missing");
