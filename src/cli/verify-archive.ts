import { verifyArchive } from "../commands/verify-archive.js";
import { readConfig } from "../config.js";
import { openConfigured } from "../process/open-configured.js";
import { lineOf } from "../process/start-failure.js";
import { progressOn } from "./import-progress.js";
import { damageLine, summaryLine } from "./verify-report.js";

const run = async (): Promise<void> => {
  const database = await openConfigured(readConfig());
  const progress = progressOn(process.stderr);
  try {
    const found = await verifyArchive({
      database,
      onDamaged: (damaged) => process.stdout.write(`${damageLine(damaged)}\n`),
      onProgress: ({ done, total }) => progress.show({ rows: done, bytes: done, totalBytes: total }),
    });
    progress.end();
    process.stdout.write(`${summaryLine(found, progress.seconds())}\n`);
    if (found.damaged > 0) process.exitCode = 1;
  } finally {
    await database.close();
  }
};

run().catch((error: unknown) => {
  process.stderr.write(`${lineOf(error)}\n`);
  process.exitCode = 1;
});
