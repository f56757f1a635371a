import { eq } from "drizzle-orm";
import { validate } from "uuid";
import type { Orm } from "../db/database.js";
import { consent, informationRecord } from "../db/tables/index.js";
import { consentState } from "../domain/consent-life.js";
import { legalActions } from "../domain/life.js";
import { RECORD_LIFE } from "../domain/record-life.js";
import { Refusal } from "../domain/refusal.js";
import { change } from "./change.js";
import { type CommandContext, todayOf } from "./context.js";
import { enterState } from "./move-record.js";
import { readReason } from "./reason.js";
import { recordInScope, type StoredRecord } from "./record-in-scope.js";
import type { RestrictRecordInput } from "./restrict-record.js";
import { resumeVerification } from "./resume-verification.js";
import { requireVersion } from "./stale.js";

/** The consent a record stands on, if any: locked before the record, as wherever both are, so that it holds until we are done. */
const lockConsent = async (orm: Orm, recordId: string) => {
  if (!validate(recordId)) return undefined;
  const [standing] = await orm
    .select({ consentId: informationRecord.consentId })
    .from(informationRecord)
    .where(eq(informationRecord.id, recordId));
  if (standing?.consentId == null) return undefined;
  const [found] = await orm.select().from(consent).where(eq(consent.id, standing.consentId)).for("share");
  return found;
};

type Consent = Awaited<ReturnType<typeof lockConsent>>;

const requireGround = (record: StoredRecord, ground: Consent, context: CommandContext): void => {
  if (ground === undefined || record.legalBasis !== null) return;
  const state = consentState(ground, todayOf(context));
  if (state === "IN_FORCE") return;
  const message = `It stands on a consent that is ${state} and on no other legal basis: it stays RESTRICTED (SP4).`;
  throw new Refusal("INVALID_TRANSITION", message, { status: "RESTRICTED", consent: state });
};

const stateBefore = ({ status, restrictedFrom }: StoredRecord) => {
  if (restrictedFrom !== null) return restrictedFrom;
  const legal = legalActions(RECORD_LIFE, status);
  throw new Refusal("INVALID_TRANSITION", `A record that is ${status} is not restricted: there is nothing to lift.`, {
    status,
    legal,
  });
};

/**
 * Lifts a restriction: the record is back in the state it was in, and is held against what has come meanwhile.
 *
 * @throws Refusal NOT_FOUND; CONFLICT; BAD_USER_INPUT; INVALID_TRANSITION, also while its ground is gone
 */
export const liftRestriction = async (
  context: CommandContext,
  input: RestrictRecordInput,
): Promise<{ recordId: string }> => {
  const reason = readReason("reason", input.reason);
  return change(context, async (orm) => {
    const ground = await lockConsent(orm, input.id);
    const record = await recordInScope(orm, context, input.id);
    requireVersion("record", record, input.version);
    const before = stateBefore(record);
    requireGround(record, ground, context);
    const lifted = { restrictedFrom: null, comparedAt: null };
    await resumeVerification(orm, context, await enterState(orm, { ...context, reason }, record, before, lifted));
    return { recordId: record.id };
  });
};
