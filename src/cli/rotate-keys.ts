import { keysNeeded, rotateKeys } from "../commands/rotate-keys.js";
import { readConfig } from "../config.js";
import type { Database } from "../db/database.js";
import { openConfigured } from "../process/open-configured.js";
import { lineOf } from "../process/start-failure.js";
import { progressOn } from "./import-progress.js";
import { needLines, rotationLine, unreadableLine } from "./rotation-report.js";
import { readArguments, saysUsage } from "./usage.js";

const USAGE = "usage: npm run rotate-keys [-- --check]";

/** @throws Refusal BAD_USER_INPUT with the usage */
const isCheck = (args: readonly string[]): boolean =>
  readArguments(USAGE, { args: [...args], options: { check: { type: "boolean" } } }).values.check === true;

/** Rotates and tells; how many values each key is needed for after that. */
const rotate = async (database: Database): Promise<ReadonlyMap<string, number>> => {
  const progress = progressOn(process.stderr);
  const result = await rotateKeys({
    database,
    onProgress: ({ done, total }) => progress.show({ rows: done, bytes: done, totalBytes: total }),
    onUnreadable: (unreadable) => process.stdout.write(`${unreadableLine(unreadable)}\n`),
  });
  progress.end();
  process.stdout.write(`${rotationLine(result, progress.seconds())}\n`);
  return result.inUse;
};

const run = async (check: boolean): Promise<void> => {
  const database = await openConfigured(readConfig());
  try {
    const inUse = await (check ? keysNeeded(database) : rotate(database));
    const { lines, done } = needLines(inUse, database.vault);
    process.stdout.write(`${lines.join("\n")}\n`);
    if (!done) process.exitCode = 1;
  } finally {
    await database.close();
  }
};

const main = async (args: readonly string[]): Promise<void> => {
  if (!saysUsage(USAGE, args)) await run(isCheck(args));
};

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${lineOf(error)}\n`);
  process.exitCode = 1;
});
