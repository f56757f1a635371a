import { and, eq, inArray, notInArray } from "drizzle-orm";
import { validate } from "uuid";
import { mayNameAnyConsent } from "../auth/naming-consent.js";
import type { Viewer } from "../auth/viewer.js";
import type { Orm } from "../db/database.js";
import { consent, informationRecord, sharingAgreement } from "../db/tables/index.js";
import { agreementState } from "../domain/agreement-life.js";
import { consentCovers, isPersonalData, type Processing } from "../domain/personal-data.js";
import { UNREADABLE_STATUSES } from "../domain/record.js";
import { Refusal } from "../domain/refusal.js";
import { normalisedName } from "../domain/series.js";
import { LegalBasis } from "../domain/source.js";
import type { CustomerFacts } from "./customer-in-scope.js";
import type { ReadSource } from "./source-input.js";

type Sharing = Pick<Grounded, "today" | "purpose">;

/**
 * The agreement that runs today, by its number: it is with the party the data come from, and for the purpose named (SP6).
 * Locked: whoever ends it at the same moment waits until what is being collected under it is.
 *
 * @throws Refusal BAD_USER_INPUT
 */
export const runningAgreement = async (
  orm: Orm,
  { agreementNumber, party }: Pick<ReadSource, "agreementNumber" | "party">,
  { today, purpose }: Sharing,
): Promise<string | null> => {
  if (agreementNumber === null) return null;
  const { id, partner, purposes, startsOn, expiresOn, endedOn } = sharingAgreement;
  const [found] = await orm
    .select({ id, partner, purposes, startsOn, expiresOn, endedOn })
    .from(sharingAgreement)
    .where(eq(sharingAgreement.number, agreementNumber))
    .for("share");
  const refused = (field: string, message: string): Refusal =>
    new Refusal("BAD_USER_INPUT", message, { field: `source.${field}` });
  if (found === undefined || agreementState(found, today) !== "IN_FORCE")
    throw refused("agreementNumber", "No sharing agreement of this number runs today (SP6).");
  if (party !== null && normalisedName(party) !== normalisedName(found.partner))
    throw refused(
      "party",
      "The agreement named is with another partner (SP6): name the partner it is with, or nobody.",
    );
  if (purpose !== null && !found.purposes.includes(purpose))
    throw refused("agreementNumber", `The agreement named does not allow ${purpose} (SP6), which x-purpose says.`);
  return found.id;
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
  const { personName, purposes, categories, givenOn, expiresOn, withdrawnOn, recordedBy } = consent;
  const [found] = validate(id)
    ? await orm
        .select({ personName, purposes, categories, givenOn, expiresOn, withdrawnOn, recordedBy })
        .from(consent)
        .where(and(eq(consent.id, id), eq(consent.customerId, customerId)))
        .for("share")
    : [];
  return found;
};

interface Grounded extends Processing {
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
  { namedBy, ...processing }: Grounded,
): Promise<void> => {
  const { category, content } = processing;
  if (consentId !== null) {
    const found = await loadConsent(orm, customer.id, consentId);
    const isNameable = found !== undefined && mayName(namedBy, found.recordedBy);
    if (isNameable && consentCovers(found, processing)) return;
    throw forbidden(
      `The consent named does not cover this (SP4): it has to be this customer's, of the same person, for ${category} and the purpose named in x-purpose, if one is, given and neither withdrawn nor expired today; and recorded by you, unless you see the names of persons in full.`,
    );
  }
  if (legalBasis !== null || !isPersonalData(category, customer.kind, content)) return;
  throw forbidden(
    `This is personal data (SP4): name the person's consent in source.consentId, or in source.legalBasis one of ${Object.keys(LegalBasis).join(", ")}.`,
  );
};
