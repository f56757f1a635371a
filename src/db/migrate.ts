import { fileURLToPath } from "node:url";
import { migrate as migrateEmbedded } from "drizzle-orm/pglite/migrator";
import { migrate as migratePostgresql } from "drizzle-orm/postgres-js/migrator";
import type { EmbeddedOrm } from "./embedded.js";
import type { PostgresqlOrm } from "./postgresql.js";

/** As far above src/db as above dist/db. */
const migrationsFolder = fileURLToPath(new URL("../../drizzle", import.meta.url));

/** One process, one session: nobody to wait for. */
export const migrateTheEmbedded = (orm: EmbeddedOrm): Promise<void> => migrateEmbedded(orm, { migrationsFolder });

/** `orm` works in an open transaction: the lock and every migration end with it, behind a pooler as well. */
export const migrateThePostgresql = async (orm: PostgresqlOrm): Promise<void> => {
  await orm.execute("select pg_advisory_xact_lock(hashtext('customer-credit-archive migrations'))");
  await migratePostgresql(orm, { migrationsFolder });
};
