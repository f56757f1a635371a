import type { Database } from "../../src/db/database.js";

/** The instant the demo data of a seeded test database was made at, and the password of its accounts. */
export const SEEDED_AT = new Date("2026-06-30T02:00:00Z");
export const SEEDED_PASSWORD = "demo-archive";

type SeedDemo = (database: Database, options: { password: string; now: Date }) => Promise<unknown>;
type RefreshFacts = (given: { database: Database; now: Date; timeZone: string }) => Promise<void>;

/** Loaded when wanted: most tests have no use for it, and it loads half of the archive. */
export const seed = async (database: Database): Promise<void> => {
  const entry = "../../src/db/seed/index.js";
  const { seedDemo } = (await import(entry)) as { seedDemo: SeedDemo };
  await seedDemo(database, { password: SEEDED_PASSWORD, now: SEEDED_AT });
  // Else every archive opened on a copy would begin by rolling up all of it.
  const chore = "../../src/commands/refresh-facts.js";
  const { refreshFacts } = (await import(chore)) as { refreshFacts: RefreshFacts };
  await refreshFacts({ database, now: SEEDED_AT, timeZone: "Asia/Shanghai" });
};
