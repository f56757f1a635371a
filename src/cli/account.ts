import { createAdmin } from "../commands/create-admin.js";
import { resetAdminPassword } from "../commands/reset-admin-password.js";
import { readConfig } from "../config.js";
import type { Database } from "../db/database.js";
import { ONE_TIME_PASSWORD_HOURS } from "../domain/one-time-password.js";
import { openConfigured } from "../process/open-configured.js";
import { lineOf } from "../process/start-failure.js";
import { ACCOUNT_USAGE, type Order, parseOrder } from "./account-order.js";
import { newPassword } from "./new-password.js";
import { saysUsage } from "./usage.js";

/** @returns what to say of it */
const carryOut = async (database: Database, order: Order, password: string): Promise<string> => {
  if (order.command === "create-admin") {
    await createAdmin(database, { ...order, password });
    return `Account ${order.username} may sign in.`;
  }
  await resetAdminPassword(database, { ...order, password }, new Date());
  return `Account ${order.username} may sign in once, within ${ONE_TIME_PASSWORD_HOURS} hours, with a password of its own in newPassword. Its sign-ins have ended.`;
};

const run = async (order: Order): Promise<void> => {
  // First of all: who is refused for a running server should not have thought up a password.
  const database = await openConfigured(readConfig());
  try {
    const { password, generated } = await newPassword();
    process.stdout.write(`${await carryOut(database, order, password)}\n`);
    if (generated) process.stdout.write(`Its password, shown this once: ${password}\n`);
  } finally {
    await database.close();
  }
};

const main = async (args: readonly string[]): Promise<void> => {
  if (!saysUsage(ACCOUNT_USAGE, args)) await run(parseOrder(args));
};

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${lineOf(error)}\n`);
  process.exitCode = 1;
});
