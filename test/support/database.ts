import { inject } from "vitest";
import type { Database } from "../../src/db/database.js";
import type { Vault } from "../../src/db/encryption/vault.js";
import type { Patience } from "../../src/db/patience.js";
import { openEmbeddedCopy } from "./embedded-databases.js";
import { openPostgresqlCopy } from "./postgresql-databases.js";
import { testVault } from "./vault.js";

export interface TestDatabaseOptions {
  /** With the demo data of `seed.ts`. */
  readonly seeded?: boolean;
  /** With other keys than every test database has, or one that tells what it cannot read. */
  readonly vault?: Vault;
  /** Hears every statement sent through a session. */
  readonly onStatement?: (text: string) => void;
  /** How long PostgreSQL works and waits; without it, as long as it takes. */
  readonly patience?: Patience;
}

/** A migrated database of the test file's own, on whichever database the tests run. Close it in `afterAll`. */
export const openTestDatabase = ({
  seeded = false,
  vault = testVault(),
  onStatement,
  patience,
}: TestDatabaseOptions = {}): Promise<Database> => {
  const run = inject("testRun");
  return run
    ? openPostgresqlCopy(run, seeded, { vault, onStatement, patience })
    : openEmbeddedCopy(seeded, { vault, onStatement });
};
