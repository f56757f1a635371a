import { eq, sql } from "drizzle-orm";
import { validate } from "uuid";
import type { Orm } from "../db/database.js";
import { sharingAgreement } from "../db/tables/index.js";
import { AGREEMENT_LIFE, agreementState } from "../domain/agreement-life.js";
import { moved } from "../domain/life.js";
import { Refusal } from "../domain/refusal.js";
import { change } from "./change.js";
import { type CommandContext, todayOf } from "./context.js";
import { readReason } from "./reason.js";
import { requireVersion } from "./stale.js";

export interface EndAgreementInput {
  readonly id: string;
  readonly version: number;
  readonly reason: string;
}

/** Locked: whoever collects under it at this moment comes before its end, or is refused. */
const agreementOf = async (orm: Orm, id: string): Promise<typeof sharingAgreement.$inferSelect> => {
  const [found] = validate(id)
    ? await orm.select().from(sharingAgreement).where(eq(sharingAgreement.id, id)).for("update")
    : [];
  if (found === undefined) throw new Refusal("NOT_FOUND", "There is no such agreement.", { field: "id" });
  return found;
};

/**
 * Ends an agreement early: from now on nothing comes under it. What came before was lawfully collected and stays as it is
 * (SP6).
 *
 * @throws Refusal NOT_FOUND; CONFLICT; INVALID_TRANSITION when it is over already; BAD_USER_INPUT
 */
export const endAgreement = async (
  context: CommandContext,
  input: EndAgreementInput,
): Promise<{ agreementId: string }> => {
  const endReason = readReason("reason", input.reason);
  const endedOn = todayOf(context);
  return change(context, async (orm) => {
    const found = await agreementOf(orm, input.id);
    requireVersion("agreement", found, input.version);
    moved("sharing agreement", AGREEMENT_LIFE, "END", agreementState(found, endedOn));
    await orm
      .update(sharingAgreement)
      .set({ endedOn, endReason, endedBy: context.viewer.accountId, version: sql`${sharingAgreement.version} + 1` })
      .where(eq(sharingAgreement.id, found.id));
    return { agreementId: found.id };
  });
};
