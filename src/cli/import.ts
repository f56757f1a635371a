import { availableParallelism } from "node:os";
import { importFiles } from "../commands/import-files.js";
import { readConfig } from "../config.js";
import { openConfigured } from "../process/open-configured.js";
import { lineOf } from "../process/start-failure.js";
import { IMPORT_USAGE, parseImportOrder } from "./import-order.js";
import { progressOn } from "./import-progress.js";
import { reportText, rowExamples } from "./import-report.js";
import { saysUsage } from "./usage.js";

/** More keep PostgreSQL busy only where it has the processors for them. */
const WRITERS = Math.min(Math.max(availableParallelism(), 2), 4);

const run = async (args: readonly string[]): Promise<void> => {
  if (saysUsage(IMPORT_USAGE, args)) return;
  const order = parseImportOrder(args);
  const config = readConfig();
  const { database: options, businessTimeZone: timeZone, fourEyes } = config;
  const database = await openConfigured(config);
  const progress = progressOn(process.stderr);
  const examples = rowExamples();
  try {
    const onFile = (file: string, form: string) => process.stderr.write(`${file}: ${form}\n`);
    const hooks = { onFile, onProgress: progress.show, ...(order.dryRun && { onRow: examples.add }) };
    const writers = Math.min(order.writers ?? WRITERS, options.pool ?? Number.POSITIVE_INFINITY);
    const context = { database, now: new Date(), timeZone, fourEyes, ...hooks };
    const report = await importFiles(context, { ...order, writers });
    progress.end();
    process.stdout.write(reportText(report, progress.seconds(), order.dryRun === true) + examples.text());
  } finally {
    await database.close();
  }
};

run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${lineOf(error)}\n`);
  process.exitCode = 1;
});
