import { and, eq, sql } from "drizzle-orm";
import { validate } from "uuid";
import { scopeOf } from "../auth/scope.js";
import type { Orm } from "../db/database.js";
import { consent, customer, informationRecord } from "../db/tables/index.js";
import { CONSENT_LIFE, consentState } from "../domain/consent-life.js";
import { moved } from "../domain/life.js";
import type { LocalDate } from "../domain/local-date.js";
import { Refusal } from "../domain/refusal.js";
import { change } from "./change.js";
import { type CommandContext, todayOf } from "./context.js";
import { within } from "./customer-in-scope.js";
import { readReason } from "./reason.js";
import { restrictRecords } from "./restrict-records.js";
import { requireVersion } from "./stale.js";

export interface WithdrawConsentInput {
  readonly id: string;
  readonly version: number;
  readonly reason: string;
}

type StoredConsent = typeof consent.$inferSelect;

/** Locked: whoever collects on its ground at this moment waits, or is restricted here, too. */
const consentInScope = async (orm: Orm, { viewer }: CommandContext, id: string): Promise<StoredConsent> => {
  const [found] = validate(id)
    ? await orm
        .select({ consent })
        .from(consent)
        .innerJoin(customer, eq(customer.id, consent.customerId))
        .where(and(eq(consent.id, id), within(scopeOf(viewer))))
        .for("update", { of: consent })
    : [];
  if (found === undefined) throw new Refusal("NOT_FOUND", "There is no such consent.", { field: "id" });
  return found.consent;
};

const withdraw = (orm: Orm, { id, givenOn }: StoredConsent, today: LocalDate, withdrawalReason: string) =>
  orm
    .update(consent)
    .set({
      // One that would have begun later is taken back on the day it would have begun.
      withdrawnOn: today < givenOn ? givenOn : today,
      withdrawalReason,
      version: sql`${consent.version} + 1`,
    })
    .where(eq(consent.id, id));

/**
 * A person takes back their consent (SP4, PIPL art. 15): in the same transaction everything that stands on it is
 * restricted, wherever it is in its life, and nothing of it is processed any more.
 *
 * @throws Refusal NOT_FOUND; CONFLICT; INVALID_TRANSITION; BAD_USER_INPUT
 */
export const withdrawConsent = async (
  context: CommandContext,
  input: WithdrawConsentInput,
): Promise<{ consentId: string }> => {
  const reason = readReason("reason", input.reason);
  const today = todayOf(context);
  return change(context, async (orm) => {
    const found = await consentInScope(orm, context, input.id);
    requireVersion("consent", found, input.version);
    moved("consent", CONSENT_LIFE, "WITHDRAW", consentState(found, today));
    await withdraw(orm, found, today, reason);
    const standing = await orm
      .select({ id: informationRecord.id })
      .from(informationRecord)
      .where(eq(informationRecord.consentId, found.id));
    const ids = standing.map(({ id }) => id);
    await restrictRecords(orm, ids, { ...context, reason: "The consent was withdrawn." });
    return { consentId: found.id };
  });
};
