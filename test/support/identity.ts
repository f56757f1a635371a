import type { OpenIdProvider } from "../../src/auth/openid.js";
import { hashPassword } from "../../src/auth/password.js";
import type { Role } from "../../src/auth/role.js";
import { SYSTEM } from "../../src/auth/viewer.js";
import { createIdentity, type Identity } from "../../src/commands/identity.js";
import type { Database } from "../../src/db/database.js";
import { account } from "../../src/db/tables/index.js";

export const SECRET = "a-secret-of-at-least-32-characters";
export const PASSWORD = "correct-horse";
const hash = hashPassword(PASSWORD);

export const identityOn = (
  database: Database,
  production = false,
  provider: OpenIdProvider | null = null,
): Promise<Identity> => createIdentity({ database, secret: SECRET, tokenHours: 8, production, provider });

interface Wanted {
  readonly roles?: Role[];
  readonly demo?: boolean;
  readonly disabledAt?: string | null;
  readonly branchId?: string;
}

let made = 0;

/** An account of its own for a test, with {@link PASSWORD}; its username. */
export const makeAccount = async (database: Database, wanted: Wanted = {}): Promise<string> => {
  const { roles = ["CLERK"], ...rest } = wanted;
  const username = `account-${++made}`;
  const facts = { username, displayName: `No. ${made}`, passwordHash: await hash, roles, ...rest };
  await database.withViewer(SYSTEM, "WRITE", ({ orm }) => orm.insert(account).values(facts));
  return username;
};
