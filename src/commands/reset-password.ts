import { hashPassword } from "../auth/password.js";
import { lockAccounts, requireAnother, requirePerson, setOneTimePassword } from "./administered-account.js";
import { change } from "./change.js";
import type { CommandContext } from "./context.js";
import { requireVersion } from "./stale.js";

export interface ResetPasswordInput {
  readonly id: string;
  readonly version: number;
  readonly password: string;
}

/**
 * Lets a colleague back in who has forgotten their password, by a one-time password: whoever signs in by it has to choose
 * their own. All sign-ins and tokens of the account end. A disabled account stays disabled.
 *
 * @throws Refusal FORBIDDEN for one's own account, and for one nobody signs in as; NOT_FOUND; CONFLICT; BAD_USER_INPUT about the password
 */
export const resetPassword = async (
  context: CommandContext,
  { id, version, password }: ResetPasswordInput,
): Promise<{ readonly accountId: string; readonly sessionIds: readonly string[] }> => {
  requireAnother(context.viewer, id, "of your own account you change the password by changePassword");
  const passwordHash = await hashPassword(password);
  return change(context, async (orm) => {
    const { found } = await lockAccounts(orm, id);
    requirePerson(found);
    requireVersion("account", found, version);
    return { accountId: id, sessionIds: await setOneTimePassword(orm, id, passwordHash, context.now) };
  });
};
