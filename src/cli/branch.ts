import { createBranch } from "../commands/create-branch.js";
import { readConfig } from "../config.js";
import { openConfigured } from "../process/open-configured.js";
import { lineOf } from "../process/start-failure.js";
import { misuse, readArguments, saysUsage } from "./usage.js";

const USAGE = "usage: npm run branch -- create --code CODE --name NAME";

const options = { code: { type: "string" }, name: { type: "string" } } as const;

/** @throws Refusal BAD_USER_INPUT with the usage */
const parseOrder = (args: readonly string[]): { code: string; name: string } => {
  const { values, positionals } = readArguments(USAGE, { args: [...args], options, allowPositionals: true });
  const { code, name } = values;
  if (positionals.join(" ") === "create" && code && name) return { code, name };
  throw misuse(USAGE);
};

const run = async (args: readonly string[]): Promise<void> => {
  if (saysUsage(USAGE, args)) return;
  const order = parseOrder(args);
  const database = await openConfigured(readConfig());
  try {
    await createBranch(database, order);
    process.stdout.write(`Branch ${order.code} is open.\n`);
  } finally {
    await database.close();
  }
};

run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${lineOf(error)}\n`);
  process.exitCode = 1;
});
