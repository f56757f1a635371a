import { type LedgerKeys, ledgerKeys } from "../auth/ledger-keys.js";
import type { ChoreContext } from "../commands/chore.js";
import { beginLedger } from "../commands/ledger-head.js";
import { openReadLedger, type ReadLedger } from "../commands/read-ledger.js";
import { sealingWith, sealLedger } from "../commands/seal-ledger.js";
import type { Config } from "../config.js";
import type { Database } from "../db/database.js";
import { faultOf } from "../fault.js";
import type { Logger } from "../http/log.js";
import { startChores } from "./chores.js";
import { configuredSecret } from "./configured-secret.js";

/** How long an entry stays unsealed, about. */
const SEAL_EVERY_MS = 2_000;

export interface RunningLedger extends ReadLedger {
  readonly keys: LedgerKeys;
}

export interface LedgerSettings {
  readonly config: Pick<Config, "ledgerKey" | "dataDir">;
  readonly database: Database;
  readonly log: Logger;
  readonly context: () => ChoreContext;
}

/** The read ledger of this process: what is left when it stops is written and sealed. */
export const startLedger = async ({ config, database, log, context }: LedgerSettings): Promise<RunningLedger> => {
  const keys = ledgerKeys(await configuredSecret(config.ledgerKey, config.dataDir, "ledger-key"));
  await beginLedger(database, keys);
  const onFailure = (error: unknown) => log.error({ fault: faultOf(error) }, "the read ledger cannot be written");
  const ledger = openReadLedger({ database, keys, onFailure });
  const sealing = startChores({
    afterWrite: {},
    asTimePasses: { sealLedger: sealingWith(keys) },
    context,
    everyMs: SEAL_EVERY_MS,
    onFailure: (_chore, error) => log.error({ fault: faultOf(error) }, "the read ledger cannot be sealed"),
  });
  return {
    keys,
    write: (entry) => ledger.write(entry),
    note: (entry) => ledger.note(entry),
    settled: () => ledger.settled(),
    stop: async () => {
      await Promise.all([sealing.stop(), ledger.stop()]);
      await sealLedger(database, keys, () => new Date());
    },
  };
};
