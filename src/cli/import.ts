import { importRegister } from "../commands/import-register.js";
import { readConfig } from "../config.js";
import { openDatabase } from "../db/open.js";
import { lineOf } from "../process/start-failure.js";
import { parseImportOrder } from "./import-order.js";
import { progressOn } from "./import-progress.js";
import { reportText } from "./import-report.js";

/** Of a rehearsal, which leaves no file to look into. */
const REJECTED_SHOWN = 20;

const run = async (args: readonly string[]): Promise<void> => {
  const order = parseImportOrder(args);
  const { database: options, dataDir, businessTimeZone: timeZone } = readConfig();
  const database = await openDatabase({ ...options, dataDir });
  const progress = progressOn(process.stderr);
  let shown = 0;
  const onRejected = (file: string, { line, reason }: { line: number; reason: string }) => {
    shown += 1;
    if (order.dryRun && shown <= REJECTED_SHOWN) process.stderr.write(`${file}, line ${line}: ${reason}\n`);
  };
  try {
    const context = { database, now: new Date(), timeZone, onProgress: progress.show, onRejected };
    const report = await importRegister(context, order);
    progress.end();
    process.stdout.write(reportText(report, progress.seconds(), order.dryRun === true));
  } finally {
    await database.close();
  }
};

run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${lineOf(error)}\n`);
  process.exitCode = 1;
});
