import { parseArgs } from "node:util";
import { createBranch } from "../commands/create-branch.js";
import { readConfig } from "../config.js";
import { Refusal } from "../domain/refusal.js";
import { openConfigured } from "../process/open-configured.js";
import { lineOf } from "../process/start-failure.js";

const USAGE = "usage: npm run branch -- create --code CODE --name NAME";

const options = { code: { type: "string" }, name: { type: "string" } } as const;

/** @throws Refusal BAD_USER_INPUT with the usage */
const parseOrder = (args: readonly string[]): { code: string; name: string } => {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const { code, name } = values;
    if (positionals.join(" ") === "create" && code && name) return { code, name };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new Refusal("BAD_USER_INPUT", USAGE);
};

const run = async (): Promise<void> => {
  const order = parseOrder(process.argv.slice(2));
  const database = await openConfigured(readConfig());
  try {
    await createBranch(database, order);
    process.stdout.write(`Branch ${order.code} is open.\n`);
  } finally {
    await database.close();
  }
};

run().catch((error: unknown) => {
  process.stderr.write(`${lineOf(error)}\n`);
  process.exitCode = 1;
});
