import { and, eq, inArray, notInArray } from "drizzle-orm";
import { validate } from "uuid";
import { mayNameAnyConsent } from "../auth/naming-consent.js";
import type { Viewer } from "../auth/viewer.js";
import type { Orm } from "../db/database.js";
import { consent, informationRecord, sharingAgreement } from "../db/tables/index.js";
import type { CategoryCode } from "../domain/category-code.js";
import { type LocalDate, spanHolds } from "../domain/local-date.js";
import { consentCovers, isPersonalData, type PersonalContent } from "../domain/personal-data.js";
import { UNREADABLE_STATUSES } from "../domain/record.js";
import { Refusal } from "../domain/refusal.js";
import { LegalBasis } from "../domain/source.js";
import type { CustomerFacts } from "./customer-in-scope.js";
import type { ReadSource } from "./source-input.js";

/** The agreement that runs today, by its number. @throws Refusal BAD_USER_INPUT */
export const runningAgreement = async (orm: Orm, number: string | null, today: LocalDate): Promise<string | null> => {
  if (number === null) return null;
  const { id, startsOn, expiresOn } = sharingAgreement;
  const [found] = await orm
    .select({ id, startsOn, expiresOn })
    .from(sharingAgreement)
    .where(eq(sharingAgreement.number, number));
  if (found !== undefined && spanHolds(found.startsOn as LocalDate, found.expiresOn as LocalDate, today))
    return found.id;
  const message = "No sharing agreement of this number runs today (SP6).";
  throw new Refusal("BAD_USER_INPUT", message, { field: "source.agreementNumber" });
};

/** An analysis rests on readable records of the same customer. @throws Refusal BAD_USER_INPUT */
export const requireDerivable = async (orm: Orm, customerId: string, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  const own = and(
    inArray(
      informationRecord.id,
      ids.filter((id) => validate(id)),
    ),
    eq(informationRecord.customerId, customerId),
    notInArray(informationRecord.status, [...UNREADABLE_STATUSES]),
  );
  const found = await orm.select({ id: informationRecord.id }).from(informationRecord).where(own);
  if (found.length === ids.length) return;
  const message = "derivedFrom names records of this customer that may be processed; at least one is not.";
  throw new Refusal("BAD_USER_INPUT", message, { field: "source.derivedFrom" });
};

/** Locked: a withdrawal at the same moment waits, and then restricts what is being collected here, too. */
const loadConsent = async (orm: Orm, customerId: string, id: string) => {
  const { personName, categories, givenOn, expiresOn, withdrawnOn, recordedBy } = consent;
  const [found] = validate(id)
    ? await orm
        .select({ personName, categories, givenOn, expiresOn, withdrawnOn, recordedBy })
        .from(consent)
        .where(and(eq(consent.id, id), eq(consent.customerId, customerId)))
        .for("share")
    : [];
  return found;
};

interface Grounded {
  readonly category: CategoryCode;
  readonly content: PersonalContent;
  readonly today: LocalDate;
  /** Who names the consent; null: it is that of the record at hand. */
  readonly namedBy: Viewer | null;
}

const mayName = (viewer: Viewer | null, recordedBy: string | null): boolean =>
  viewer === null || viewer.accountId === recordedBy || mayNameAnyConsent(viewer.role);

/** One refusal for every way a consent may fall short: which one it is would tell about the person. */
const forbidden = (message: string): Refusal => new Refusal("FORBIDDEN", message, { field: "source.consentId" });

/**
 * Personal data from whatever channel needs the person's consent or a named legal basis (SP4); a consent that is
 * named has to hold.
 *
 * @throws Refusal FORBIDDEN
 */
export const requireGround = async (
  orm: Orm,
  customer: CustomerFacts,
  { consentId, legalBasis }: ReadSource,
  { category, content, today, namedBy }: Grounded,
): Promise<void> => {
  if (consentId !== null) {
    const found = await loadConsent(orm, customer.id, consentId);
    const isNameable = found !== undefined && mayName(namedBy, found.recordedBy);
    if (isNameable && consentCovers(found, category, content, today)) return;
    throw forbidden(
      `The consent named does not cover this (SP4): it has to be this customer's, of the same person, for ${category}, given and neither withdrawn nor expired today; and recorded by you, unless you see the names of persons in full.`,
    );
  }
  if (legalBasis !== null || !isPersonalData(category, customer.kind, content)) return;
  throw forbidden(
    `This is personal data (SP4): name the person's consent in source.consentId, or in source.legalBasis one of ${Object.keys(LegalBasis).join(", ")}.`,
  );
};
