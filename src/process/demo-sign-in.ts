import { SYSTEM } from "../auth/viewer.js";
import type { Config } from "../config.js";
import type { Database } from "../db/database.js";
import { listDemoAccounts } from "../db/queries/account.js";
import type { DemoSignIn } from "../http/explorer.js";

/** The demo accounts and their password; null where there are none, and in production, where they do not exist. */
export const demoSignIn = async (
  database: Database,
  { production, demoPassword }: Pick<Config, "production" | "demoPassword">,
): Promise<DemoSignIn | null> => {
  if (production) return null;
  const found = await database.withViewer(SYSTEM, "READ", listDemoAccounts);
  const accounts = found.flatMap(({ username, roles }) => roles.map((role) => ({ username, role })));
  return accounts.length === 0 ? null : { password: demoPassword, accounts };
};
