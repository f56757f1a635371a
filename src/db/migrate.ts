import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { migrate as migrateEmbedded } from "drizzle-orm/pglite/migrator";
import { migrate as migratePostgresql } from "drizzle-orm/postgres-js/migrator";
import type { EmbeddedOrm } from "./embedded.js";
import type { PostgresqlOrm } from "./postgresql.js";
import { API } from "./wall/database-role.js";

/** As far above src/db as above dist/db. */
const migrationsFolder = fileURLToPath(new URL("../../drizzle", import.meta.url));

/** One process, one session: nobody to wait for. */
export const migrateTheEmbedded = (orm: EmbeddedOrm): Promise<void> => migrateEmbedded(orm, { migrationsFolder });

/** `orm` works in an open transaction: the lock and every migration end with it, behind a pooler as well. */
export const migrateThePostgresql = async (orm: PostgresqlOrm): Promise<void> => {
  await orm.execute("select pg_advisory_xact_lock(hashtext('customer-credit-archive migrations'))");
  // A migration that would change rows a policy hides from the owner fails, instead of changing none.
  await orm.execute("set local row_security = off");
  await migratePostgresql(orm, { migrationsFolder });
};

const ADMIT = (login: string) => sql`select format('grant %I to %I', ${API}::text, ${login}::text) as statement
  where not pg_has_role(${login}, ${API}, 'MEMBER')`;

/** Lets a login become what the archive's database roles are; it has no other right. */
export const admit = async (orm: PostgresqlOrm, login: string): Promise<void> => {
  const [grant] = await orm.execute<{ statement: string }>(ADMIT(login));
  if (grant !== undefined) await orm.execute(sql.raw(grant.statement));
};
