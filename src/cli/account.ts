import { createAdmin } from "../commands/create-admin.js";
import { readConfig } from "../config.js";
import { openConfigured } from "../process/open-configured.js";
import { lineOf } from "../process/start-failure.js";
import { ACCOUNT_USAGE, type Order, parseOrder } from "./account-order.js";
import { newPassword } from "./new-password.js";
import { saysUsage } from "./usage.js";

const run = async (order: Order): Promise<void> => {
  // First of all: who is refused for a running server should not have thought up a password.
  const database = await openConfigured(readConfig());
  try {
    const { password, generated } = await newPassword();
    await createAdmin(database, { ...order, password });
    process.stdout.write(`Account ${order.username} may sign in.\n`);
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
