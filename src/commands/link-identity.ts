import { eq } from "drizzle-orm";
import { isTrustedAddress } from "../auth/openid-address.js";
import { isSubject } from "../auth/openid-claims.js";
import { account } from "../db/tables/index.js";
import { Refusal } from "../domain/refusal.js";
import { lockAccounts } from "./administered-account.js";
import { change } from "./change.js";
import type { CommandContext } from "./context.js";
import { requireVersion } from "./stale.js";
import { refusingDuplicates, type UniqueConstraints } from "./unique-violation.js";

export interface LinkIdentityInput {
  readonly id: string;
  readonly version: number;
  /** Both, or neither: then the account signs in here only. */
  readonly issuer?: string | null | undefined;
  readonly subject?: string | null | undefined;
}

const TAKEN: UniqueConstraints = {
  account_identity: { field: "subject", message: "This identity is linked to another account." },
};

const refuse = (field: string, message: string): never => {
  throw new Refusal("BAD_USER_INPUT", message, { field });
};

const read = ({ issuer = null, subject = null }: LinkIdentityInput) => {
  if (issuer === null && subject === null) return { identityIssuer: null, identitySubject: null };
  if (issuer === null || issuer.length > 255 || !isTrustedAddress(issuer))
    return refuse("issuer", "issuer: the address of the provider, as its tokens name it, beginning with https.");
  if (!isSubject(subject))
    return refuse("subject", "subject: whom the provider's tokens name, 255 characters at most.");
  return { identityIssuer: issuer, identitySubject: subject };
};

/**
 * Says whom an OpenID provider vouches for with an account. Nobody is taken for anybody by a name alone: names are given
 * again to others.
 *
 * @throws Refusal BAD_USER_INPUT; NOT_FOUND; CONFLICT when the identity is another account's
 */
export const linkIdentity = (context: CommandContext, input: LinkIdentityInput): Promise<{ accountId: string }> => {
  const identity = read(input);
  const { id, version } = input;
  return change(context, async (orm) => {
    const { found } = await lockAccounts(orm, id);
    requireVersion("account", found, version);
    await refusingDuplicates(TAKEN, () =>
      orm
        .update(account)
        .set({ ...identity, version: version + 1 })
        .where(eq(account.id, id)),
    );
    return { accountId: id };
  });
};
