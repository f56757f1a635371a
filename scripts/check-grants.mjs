// Whether the migrations leave the database roles, grants and row policies that the policy asks for: on a fresh database,
// run again as they would be made now, they change nothing.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { runNode, tool } from "./tool.mjs";

const root = join(import.meta.dirname, "..");
process.chdir(root);

/** All that lets anybody do anything: as the catalogue of the database has it, one line each. */
const HELD = `
  select format('%s %s %s: %s', c.relkind, c.relname, coalesce(r.rolname, 'PUBLIC'), string_agg(a.privilege_type, ' ' order by a.privilege_type)) as line
    from pg_class c cross join lateral aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a left join pg_roles r on r.oid = a.grantee
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') group by c.relkind, c.relname, r.rolname
  union all select format('column %s.%s %s: %s', c.relname, t.attname, coalesce(r.rolname, 'PUBLIC'), a.privilege_type)
    from pg_attribute t join pg_class c on c.oid = t.attrelid cross join lateral aclexplode(t.attacl) a left join pg_roles r on r.oid = a.grantee
    where c.relnamespace = 'public'::regnamespace
  union all select format('security of %s: enabled %s, forced %s', relname, relrowsecurity, relforcerowsecurity)
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
  union all select format('policy %s on %s for %s to %s using %s check %s', policyname, tablename, cmd, roles, qual, with_check) from pg_policies
  union all select format('view %s: %s', viewname, definition) from pg_views where schemaname = 'public'
  union all select format('role %s: %s %s %s %s %s', rolname, rolcanlogin, rolinherit, rolsuper, rolbypassrls, rolcreaterole) from pg_roles where rolname like 'archive%'
  union all select format('%s may become %s', m.rolname, r.rolname) from pg_auth_members a join pg_roles r on r.oid = a.roleid join pg_roles m on m.oid = a.member where r.rolname like 'archive%'
  order by 1`;

execFileSync(process.execPath, [tool("typescript", "tsc"), "-p", "tsconfig.build.json"], { stdio: "inherit" });
const { ok, out, all } = await runNode(["dist/cli/wall.js"]);
if (!ok) {
  process.stderr.write(all);
  process.exit(1);
}
const { startLite, databaseOver } = await import(join(root, "dist/db/embedded.js"));
const { migrateTheEmbedded } = await import(join(root, "dist/db/migrate.js"));
const lite = await startLite({});
await databaseOver(lite, migrateTheEmbedded, {});
const held = async () => new Set((await lite.query(HELD)).rows.map(({ line }) => line));
const before = await held();
await lite.exec(out.replaceAll("--> statement-breakpoint", ""));
const after = await held();
await lite.close();

const missing = [...after].filter((line) => !before.has(line));
const excess = [...before].filter((line) => !after.has(line));
for (const line of missing) process.stderr.write(`The policy asks for, and no migration gives: ${line}\n`);
for (const line of excess) process.stderr.write(`A migration gives, and the policy does not ask for: ${line}\n`);
if (missing.length + excess.length > 0) {
  process.stderr.write("Make a migration of the wall as it is to be: npm run wall -- NAME\n");
  process.exit(1);
}
process.stdout.write(`${before.size} grants, policies and settings are as the policy asks.\n`);
