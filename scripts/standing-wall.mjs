import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { runNode, tool } from "./tool.mjs";

const root = join(import.meta.dirname, "..");

/** All that lets anybody do anything, as the catalogue of the database has it: one line each, and the table it is about. */
const HELD = `
  select format('%s %s %s: %s', c.relkind, c.relname, coalesce(r.rolname, 'PUBLIC'), string_agg(a.privilege_type, ' ' order by a.privilege_type)) as line, c.relname::text as "table"
    from pg_class c cross join lateral aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a left join pg_roles r on r.oid = a.grantee
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') group by c.relkind, c.relname, r.rolname
  union all select format('column %s.%s %s: %s', c.relname, t.attname, coalesce(r.rolname, 'PUBLIC'), a.privilege_type), c.relname
    from pg_attribute t join pg_class c on c.oid = t.attrelid cross join lateral aclexplode(t.attacl) a left join pg_roles r on r.oid = a.grantee
    where c.relnamespace = 'public'::regnamespace
  union all select format('security of %s: enabled %s, forced %s', relname, relrowsecurity, relforcerowsecurity), relname
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
  union all select format('policy %s on %s for %s to %s using %s check %s', policyname, tablename, cmd, roles, qual, with_check), tablename from pg_policies
  union all select format('view %s: %s', viewname, definition), null from pg_views where schemaname = 'public'
  union all select format('role %s: %s %s %s %s %s', rolname, rolcanlogin, rolinherit, rolsuper, rolbypassrls, rolcreaterole), null from pg_roles where rolname like 'archive%'
  union all select format('%s may become %s', m.rolname, r.rolname), null from pg_auth_members a join pg_roles r on r.oid = a.roleid join pg_roles m on m.oid = a.member where r.rolname like 'archive%'
  order by 1`;

/** The second wall as it is to be, as SQL: of some tables, or all of it. */
export const wallOf = async (...tables) => {
  const { ok, out, all } = await runNode([join(root, "dist/cli/wall.js"), ...tables]);
  if (ok) return out;
  process.stderr.write(all);
  process.exit(1);
};

/** What the wall lacks that the migrations leave, and what it has too much: on a fresh database, run as it is to be. */
export const compareWalls = async () => {
  execFileSync(process.execPath, [tool("typescript", "tsc"), "-p", "tsconfig.build.json"], {
    cwd: root,
    stdio: "inherit",
  });
  const { startLite, databaseOver } = await import(join(root, "dist/db/embedded.js"));
  const { migrateTheEmbedded } = await import(join(root, "dist/db/migrate.js"));
  const lite = await startLite({});
  await databaseOver(lite, migrateTheEmbedded, {});
  const held = async () => (await lite.query(HELD)).rows;
  const before = await held();
  await lite.exec((await wallOf()).replaceAll("--> statement-breakpoint", ""));
  const after = await held();
  await lite.close();
  const without = (rows, others) => rows.filter(({ line }) => !others.some((other) => other.line === line));
  return { count: before.length, missing: without(after, before), excess: without(before, after) };
};
