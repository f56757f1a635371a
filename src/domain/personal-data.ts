import type { CategoryCode } from "./category-code.js";
import type { CustomerKind } from "./customer.js";
import { type LocalDate, spanHolds } from "./local-date.js";
import { normalisedName } from "./series.js";

/** What makes content a person's (SP4): `person` is named where the content names one. */
export interface PersonalContent {
  readonly personName?: string | null;
  readonly bankAccount?: string | null;
}

type Test = (kind: CustomerKind, content: PersonalContent) => boolean;

/**
 * Contact details are always a person's. A sole trader's finances are the trader's own; a bank account is a person's
 * unless it belongs to a legal person.
 */
const IS_PERSONAL: Partial<Record<CategoryCode, Test>> = {
  CONTACT: () => true,
  FINANCIAL: (kind, { bankAccount }) => kind === "SOLE_TRADER" || (kind === "OTHER" && bankAccount != null),
};

export const isPersonalData = (category: CategoryCode, kind: CustomerKind, content: PersonalContent): boolean =>
  IS_PERSONAL[category]?.(kind, content) ?? false;

export interface ConsentTerms {
  readonly personName: string;
  readonly categories: readonly CategoryCode[];
  readonly givenOn: string;
  readonly expiresOn: string | null;
  readonly withdrawnOn: string | null;
}

/** Whether a consent covers content of a category today: withdrawn, it covers nothing at once. */
export const consentCovers = (
  consent: ConsentTerms,
  category: CategoryCode,
  { personName }: PersonalContent,
  today: LocalDate,
): boolean =>
  consent.withdrawnOn === null &&
  spanHolds(consent.givenOn as LocalDate, consent.expiresOn as LocalDate | null, today) &&
  consent.categories.includes(category) &&
  (personName == null || normalisedName(personName) === normalisedName(consent.personName));
