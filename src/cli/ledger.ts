import { type LedgerKeys, ledgerKeys } from "../auth/ledger-keys.js";
import { SYSTEM } from "../auth/viewer.js";
import { beginLedger, readHead, type SignedHead, signedHead } from "../commands/ledger-head.js";
import { sealLedger } from "../commands/seal-ledger.js";
import { verifyLedger } from "../commands/verify-ledger.js";
import { readConfig } from "../config.js";
import type { Database } from "../db/database.js";
import { configuredSecret } from "../process/configured-secret.js";
import { openConfigured } from "../process/open-configured.js";
import { lineOf } from "../process/start-failure.js";
import { LEDGER_USAGE, type LedgerOrder, parseLedgerOrder } from "./ledger-order.js";
import { brokenLines, ledgerLine } from "./ledger-report.js";
import { headIn } from "./signed-head-file.js";
import { saysUsage } from "./usage.js";

const verify = async (database: Database, keys: LedgerKeys, signed: SignedHead | null): Promise<void> => {
  const started = performance.now();
  const found = await verifyLedger({ database, keys, signed });
  for (const line of brokenLines(found)) process.stdout.write(`${line}\n`);
  process.stdout.write(`${ledgerLine(found, (performance.now() - started) / 1000)}\n`);
  if (found.broken.length > 0) process.exitCode = 1;
};

/** Everything appended until now is sealed first: the head is of all of it. */
const printHead = async (database: Database, keys: LedgerKeys): Promise<void> => {
  await beginLedger(database, keys);
  await sealLedger(database, keys, () => new Date());
  const head = await database.withViewer(SYSTEM, "READ", ({ orm }) => readHead(orm));
  if (head !== null) process.stdout.write(`${JSON.stringify(signedHead(keys, head, new Date()), null, 2)}\n`);
};

const run = async (order: LedgerOrder): Promise<void> => {
  const signed = order.what === "verify" && order.head !== undefined ? await headIn(order.head) : null;
  const config = readConfig();
  const { dataDir, ledgerKey } = config;
  const keys = ledgerKeys(await configuredSecret(ledgerKey, dataDir, "ledger-key"));
  const database = await openConfigured(config);
  try {
    await (order.what === "head" ? printHead(database, keys) : verify(database, keys, signed));
  } finally {
    await database.close();
  }
};

const main = async (args: readonly string[]): Promise<void> => {
  if (!saysUsage(LEDGER_USAGE, args)) await run(parseLedgerOrder(args));
};

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${lineOf(error)}\n`);
  process.exitCode = 1;
});
