import { inject } from "vitest";
import type { Database } from "../../src/db/database.js";
import { openEmbeddedCopy } from "./embedded-databases.js";
import { openPostgresqlCopy } from "./postgresql-databases.js";

export interface TestDatabaseOptions {
  /** With the demo data of `seed.ts`. */
  readonly seeded?: boolean;
  /** Hears every statement sent through a session. */
  readonly onStatement?: (text: string) => void;
}

/** A migrated database of the test file's own, on whichever database the tests run. Close it in `afterAll`. */
export const openTestDatabase = ({ seeded = false, onStatement }: TestDatabaseOptions = {}): Promise<Database> => {
  const run = inject("testRun");
  return run ? openPostgresqlCopy(run, seeded, onStatement) : openEmbeddedCopy(seeded, onStatement);
};
