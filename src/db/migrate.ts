import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { type MigrationMeta, readMigrationFiles } from "drizzle-orm/migrator";
import { PgDialect, type PgSession } from "drizzle-orm/pg-core";
import { migrate as migrateEmbedded } from "drizzle-orm/pglite/migrator";
import type { EmbeddedOrm } from "./embedded.js";
import type { PostgresqlOrm } from "./lane.js";
import { API } from "./wall/database-role.js";

/** As far above src/db as above dist/db. */
const migrationsFolder = fileURLToPath(new URL("../../drizzle", import.meta.url));

/** One process, one session: nobody to wait for. */
export const migrateTheEmbedded = (orm: EmbeddedOrm): Promise<void> => migrateEmbedded(orm, { migrationsFolder });

/** What drizzle keeps of the migrations that have run: when the last of them was made. */
const lastOf = async (orm: PostgresqlOrm): Promise<number> => {
  const [known] = await orm.execute(sql`select to_regclass('drizzle.__drizzle_migrations') is not null as is`);
  if (!known?.is) return 0;
  const [last] = await orm.execute(sql`select coalesce(max(created_at), 0) as at from drizzle.__drizzle_migrations`);
  return Number(last?.at);
};

/** Every table that has row policies holds its owner to them; with NO FORCE none does. */
const ownersToPolicies = (verb: "FORCE" | "NO FORCE") =>
  sql.raw(`do $$
declare secured regclass;
begin
  for secured in select oid from pg_class
    where relnamespace = 'public'::regnamespace and relrowsecurity and relforcerowsecurity = ${verb === "NO FORCE"}
  loop
    execute format('alter table %s ${verb} row level security', secured);
  end loop;
end $$`);

/** A migration reads as the owner, be it to check a foreign key: policies would show it nothing. Nobody else sees it so. */
const runOne = async (orm: PostgresqlOrm, migration: MigrationMeta): Promise<void> => {
  await orm.execute(ownersToPolicies("NO FORCE"));
  await new PgDialect().migrate([migration], orm._.session as unknown as PgSession, { migrationsFolder });
  await orm.execute(ownersToPolicies("FORCE"));
};

/** `orm` works in an open transaction: the lock and every migration end with it, behind a pooler as well. */
export const migrateThePostgresql = async (orm: PostgresqlOrm): Promise<void> => {
  await orm.execute("select pg_advisory_xact_lock(hashtext('customer-credit-archive migrations'))");
  // Whoever migrates and is not the owner would change no row, and be told nothing: so it fails.
  await orm.execute("set local row_security = off");
  const last = await lastOf(orm);
  for (const migration of readMigrationFiles({ migrationsFolder })) {
    if (migration.folderMillis > last) await runOne(orm, migration);
  }
};

const ADMIT = (login: string) => sql`select format('grant %I to %I', ${API}::text, ${login}::text) as statement
  where not pg_has_role(${login}, ${API}, 'MEMBER')`;

/** Lets a login become what the archive's database roles are; it has no other right. */
export const admit = async (orm: PostgresqlOrm, login: string): Promise<void> => {
  const [grant] = await orm.execute<{ statement: string }>(ADMIT(login));
  if (grant !== undefined) await orm.execute(sql.raw(grant.statement));
};
