import { sql } from "drizzle-orm";
import type { PostgresqlOrm } from "../lane.js";
import { CHORE_ROLE } from "./database-role.js";

/** Of what the process does by itself there is a row policy on each table. */
const BARE = sql`select c.relname as name from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not exists (
    select from pg_policy p join pg_roles r on r.oid = any(p.polroles) where p.polrelid = c.oid and r.rolname = ${CHORE_ROLE}
  ) order by 1`;

/**
 * The tables at which the second wall does not stand, though all migrations have run: a dump that is restored without the roles of its
 * cluster loses grants and policies, and every role would find the archive empty.
 */
export const tablesWithoutWall = async (orm: PostgresqlOrm): Promise<readonly string[]> =>
  (await orm.execute<{ name: string }>(BARE)).map(({ name }) => name);

/** Rights on the database itself are in no copy and in few dumps of it: they are taken again. */
export const takeDatabaseRights = async (orm: PostgresqlOrm): Promise<void> => {
  await orm.execute(sql`do $$ begin
    if exists (
      select from pg_database d cross join aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
      where d.datname = current_database() and a.grantee = 0 and a.privilege_type = 'TEMPORARY'
    ) then
      execute format('revoke temporary on database %I from public', current_database());
    end if;
  end $$`);
};
