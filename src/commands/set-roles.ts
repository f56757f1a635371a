import { eq } from "drizzle-orm";
import type { Role } from "../auth/role.js";
import { account } from "../db/tables/index.js";
import { Refusal } from "../domain/refusal.js";
import type { VerificationMethod } from "../domain/task.js";
import { isVerifying, requireBranch, requireQualification } from "./able-to-work.js";
import { administers, lockAccounts, reopenTasks, requireOthers } from "./administered-account.js";
import { change } from "./change.js";
import type { CommandContext } from "./context.js";
import { checkRoles } from "./create-account.js";
import { requireVersion } from "./stale.js";

export interface SetRolesInput {
  readonly id: string;
  readonly version: number;
  readonly roles: readonly Role[];
  readonly qualifications?: readonly VerificationMethod[] | null;
}

/**
 * Sets the roles an account holds. They are read per request: one taken away stops at once, and what only it could work
 * on goes back into the queue.
 *
 * @throws Refusal BAD_USER_INPUT; NOT_FOUND; CONFLICT; INVALID_TRANSITION when nobody would be left to administer
 */
export const setRoles = async (context: CommandContext, input: SetRolesInput): Promise<{ accountId: string }> => {
  const { id, version, qualifications } = input;
  const roles = [...new Set(input.roles)];
  checkRoles(roles);
  return change(context, async (orm) => {
    const { found, others } = await lockAccounts(orm, id);
    requireVersion("account", found, version);
    if (found.disabledAt !== null)
      throw new Refusal("INVALID_TRANSITION", "A disabled account holds its roles no more.");
    if (administers(found.roles) && !administers(roles)) requireOthers(others);
    const given = roles.filter((role) => !found.roles.includes(role));
    requireBranch(given, found.branchId !== null, "roles", "this account has none; make another one.");
    requireQualification(roles, qualifications ?? found.qualifications);
    const trained = qualifications == null ? {} : { qualifications: [...new Set(qualifications)] };
    await orm
      .update(account)
      .set({ roles, ...trained, version: version + 1 })
      .where(eq(account.id, id));
    if (!isVerifying(roles)) await reopenTasks(orm, context, id);
    return { accountId: id };
  });
};
