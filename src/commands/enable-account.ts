import { eq } from "drizzle-orm";
import { account } from "../db/tables/index.js";
import { Refusal } from "../domain/refusal.js";
import { endSignIns, lockAccounts, requireAnother, requirePerson } from "./administered-account.js";
import { change } from "./change.js";
import type { CommandContext } from "./context.js";
import { requireVersion } from "./stale.js";

export interface EnableAccountInput {
  readonly id: string;
  readonly version: number;
}

/**
 * Takes back that an account was disabled: it may sign in again, in the roles it had. What ended stays ended: its sign-ins,
 * its tokens, its claims.
 *
 * @throws Refusal FORBIDDEN for one's own account, and for one nobody signs in as; NOT_FOUND; CONFLICT; INVALID_TRANSITION when it is not disabled
 */
export const enableAccount = async (
  context: CommandContext,
  { id, version }: EnableAccountInput,
): Promise<{ readonly accountId: string; readonly sessionIds: readonly string[] }> => {
  requireAnother(context.viewer, id, "your own account is enabled by somebody else");
  return change(context, async (orm) => {
    const { found } = await lockAccounts(orm, id);
    requirePerson(found);
    requireVersion("account", found, version);
    if (found.disabledAt === null) throw new Refusal("INVALID_TRANSITION", "The account is not disabled.");
    await orm
      .update(account)
      .set({ disabledAt: null, version: version + 1 })
      .where(eq(account.id, id));
    // One that began at the instant the account was disabled, and was not seen by what ended the others.
    return { accountId: id, sessionIds: await endSignIns(orm, id, context.now) };
  });
};
