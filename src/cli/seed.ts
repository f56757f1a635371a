import { readConfig } from "../config.js";
import { demoAccounts, seedDemo } from "../db/seed/index.js";
import { Refusal } from "../domain/refusal.js";
import { openConfigured } from "../process/open-configured.js";
import { lineOf } from "../process/start-failure.js";

const run = async (): Promise<void> => {
  const config = readConfig();
  const { production, demoPassword: password } = config;
  if (production) throw new Refusal("FORBIDDEN", "NODE_ENV: demo data and its accounts do not exist in production.");
  const database = await openConfigured(config);
  try {
    await seedDemo(database, { password, now: new Date() });
  } finally {
    await database.close();
  }
  const usernames = demoAccounts.map(({ username }) => username).join(", ");
  process.stdout.write(`The archive holds the demo data. Its accounts, all with the demo password: ${usernames}\n`);
};

run().catch((error: unknown) => {
  process.stderr.write(`${lineOf(error)}\n`);
  process.exitCode = 1;
});
