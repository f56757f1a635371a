import { and, eq } from "drizzle-orm";
import { account } from "../db/tables/index.js";
import { Refusal } from "../domain/refusal.js";
import { endSignIns, lockAccounts, reopenTasks, requireOthers } from "./administered-account.js";
import { change } from "./change.js";
import type { CommandContext } from "./context.js";
import { requireVersion, stale } from "./stale.js";

export interface DisableAccountInput {
  readonly id: string;
  readonly version: number;
}

/**
 * Disables an account: its sign-ins end, and what it held goes back into the queue. Nobody is left without
 * an account that could undo it.
 *
 * @throws Refusal NOT_FOUND; CONFLICT; INVALID_TRANSITION when it is disabled already, or the last of its kind
 */
export const disableAccount = (
  context: CommandContext,
  { id, version }: DisableAccountInput,
): Promise<{ readonly accountId: string; readonly sessionIds: readonly string[] }> =>
  change(context, async (orm) => {
    const at = context.now.toISOString();
    const { found, others } = await lockAccounts(orm, id);
    requireVersion("account", found, version);
    if (found.disabledAt !== null) throw new Refusal("INVALID_TRANSITION", "The account is disabled already.");
    requireOthers(others);
    const saved = await orm
      .update(account)
      .set({ disabledAt: at, version: version + 1 })
      .where(and(eq(account.id, id), eq(account.version, version)))
      .returning({ id: account.id });
    if (saved.length === 0) throw stale("account");
    const sessionIds = await endSignIns(orm, id, context.now);
    await reopenTasks(orm, context, id);
    return { accountId: id, sessionIds };
  });
