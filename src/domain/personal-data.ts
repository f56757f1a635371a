import type { CategoryCode } from "./category-code.js";
import type { CustomerKind } from "./customer.js";
import { type LocalDate, spanHolds } from "./local-date.js";
import { normalisedName } from "./series.js";
import type { Purpose } from "./source.js";

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

const ANYTHING: Required<PersonalContent> = { personName: "", bankAccount: "" };

/** Whether it could be a person's, whatever it says: for whoever may not be told what it says. */
export const mayBePersonalData = (category: CategoryCode, kind: CustomerKind): boolean =>
  isPersonalData(category, kind, ANYTHING);

export interface ConsentTerms {
  readonly personName: string;
  readonly purposes: readonly Purpose[];
  readonly categories: readonly CategoryCode[];
  readonly givenOn: string;
  readonly expiresOn: string | null;
  readonly withdrawnOn: string | null;
}

/** What a consent would have to cover. */
export interface Processing {
  readonly category: CategoryCode;
  readonly content: PersonalContent;
  readonly today: LocalDate;
  /** What for; null: nobody says. */
  readonly purpose: Purpose | null;
}

/** Whether a consent covers what is to be processed (SP4): withdrawn, it covers nothing at once. */
export const consentCovers = (
  consent: ConsentTerms,
  { category, content: { personName }, today, purpose }: Processing,
): boolean =>
  consent.withdrawnOn === null &&
  spanHolds(consent.givenOn as LocalDate, consent.expiresOn as LocalDate | null, today) &&
  consent.categories.includes(category) &&
  (purpose === null || consent.purposes.includes(purpose)) &&
  (personName == null || normalisedName(personName) === normalisedName(consent.personName));
