import { eq } from "drizzle-orm";
import { validate } from "uuid";
import type { Orm } from "../db/database.js";
import { consent, customer, informationRecord } from "../db/tables/index.js";
import { consentState } from "../domain/consent-life.js";
import { legalActions } from "../domain/life.js";
import { mayBePersonalData } from "../domain/personal-data.js";
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

/** As it stays until we are done: whoever changes the kind at the same moment waits, and looks at this record, too. */
const kindOf = async (orm: Orm, { customerId }: StoredRecord) => {
  const [found] = await orm
    .select({ kind: customer.kind })
    .from(customer)
    .where(eq(customer.id, customerId))
    .for("key share");
  if (found === undefined) throw new Error("the customer is gone");
  return found.kind;
};

/** What was the customer's own when it was collected may be a person's by now. Nothing here depends on what it says. */
const requireNobodys = async (orm: Orm, record: StoredRecord): Promise<void> => {
  const kind = await kindOf(orm, record);
  if (!mayBePersonalData(record.category, kind)) return;
  const message = `Of a customer of kind ${kind} it may be personal data, and it stands on neither a consent nor a legal basis: it stays RESTRICTED (SP4). Collect it anew with source.consentId or source.legalBasis.`;
  throw new Refusal("INVALID_TRANSITION", message, { status: "RESTRICTED", kind });
};

/** As db/queries/record-facts.ts says whether it is offered. */
const requireGround = async (
  orm: Orm,
  record: StoredRecord,
  ground: Consent,
  context: CommandContext,
): Promise<void> => {
  if (record.legalBasis !== null) return;
  if (ground === undefined) return requireNobodys(orm, record);
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
 * @throws Refusal NOT_FOUND; CONFLICT; BAD_USER_INPUT; INVALID_TRANSITION, also while its ground is gone, or it has
 * none and may be personal data
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
    await requireGround(orm, record, ground, context);
    const lifted = { restrictedFrom: null, comparedAt: null };
    await resumeVerification(orm, context, await enterState(orm, { ...context, reason }, record, before, lifted));
    return { recordId: record.id };
  });
};
