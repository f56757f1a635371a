import type { GraphQLSchema } from "graphql";
import { mayAsk, TOKEN_ROLES } from "../../auth/authority.js";
import type { Policy } from "../../auth/policy.js";
import { Role } from "../../auth/role.js";
import { API, CHORE_ROLE, GATE_ROLE, NOBODY, REPORTERS, readerOf, WRITERS } from "../../db/wall/database-role.js";
import { namesOf } from "../../domain/enumeration.js";
import { type Columns, readableColumns } from "./readable-columns.js";
import { LOCK, rightsOn, verbsOf } from "./rights.js";
import { OF_PERSON, REPORTED_OF_BRANCH, rowsFor, WRITTEN_BY_BRANCH } from "./row-policies.js";

const ROLES = namesOf(Role);

/** Every database role of the archive, but the one that leads to them. */
const DATABASE_ROLES: readonly string[] = [
  ...new Set([
    NOBODY,
    ...ROLES.map(readerOf),
    ...Object.values(WRITERS),
    ...Object.values(REPORTERS),
    GATE_ROLE,
    CHORE_ROLE,
  ]),
];

const quoted = (names: Iterable<string>): string => [...names].map((name) => `"${name}"`).join(", ");
const list = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(", ");

/**
 * Roles are the cluster's: another database, or another process at the same moment, may have made them. Whoever makes them
 * becomes a member of what leads to them, unless it may become anybody anyway.
 */
const makeRoles = `DO $$
DECLARE wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY[${list([API, ...DATABASE_ROLES])}] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOINHERIT', wanted);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END;
    END IF;
    IF wanted <> '${API}' AND NOT EXISTS (SELECT FROM pg_auth_members WHERE roleid = wanted::regrole AND member = '${API}'::regrole) THEN
      BEGIN
        EXECUTE format('GRANT %I TO ${API}', wanted);
      EXCEPTION WHEN unique_violation OR internal_error THEN NULL;
      END;
    END IF;
  END LOOP;
  IF NOT pg_has_role(current_user, '${API}', 'MEMBER') THEN
    BEGIN
      EXECUTE format('GRANT ${API} TO %I', current_user);
    EXCEPTION WHEN unique_violation OR internal_error THEN NULL;
    END;
  END IF;
END $$`;

/** Back to nothing, everywhere or at some tables: whatever was granted by an earlier wall, or by hand, is gone. */
const take = (tables: readonly string[] | null): string => {
  const ofThem = tables === null ? "" : ` AND c.relname IN (${list(tables)})`;
  const everybody = [API, ...DATABASE_ROLES].join(", ");
  return `DO $$
DECLARE it record;
BEGIN
  FOR it IN SELECT c.oid::regclass AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S')${ofThem} LOOP
    EXECUTE format('REVOKE ALL ON %s FROM PUBLIC, ${everybody}', it.name);
  END LOOP;
  FOR it IN SELECT p.polname AS policy, p.polrelid::regclass AS name FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid WHERE c.relnamespace = 'public'::regnamespace${ofThem} LOOP
    EXECUTE format('DROP POLICY %I ON %s', it.policy, it.name);
  END LOOP;${tables === null ? ofSchema(everybody) : ""}
END $$`;
};

const ofSchema = (everybody: string): string => `
  EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
  REVOKE CREATE ON SCHEMA public FROM PUBLIC, ${everybody};
  GRANT USAGE ON SCHEMA public TO ${DATABASE_ROLES.join(", ")};`;

const secure = (table: string): readonly string[] => [
  `ALTER TABLE "${table}" ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE "${table}" FORCE ROW LEVEL SECURITY`,
];

const policy = (table: string, role: string, verb: string, rows: string): string => {
  if (verb === LOCK)
    return `CREATE POLICY "${role}_lock" ON "${table}" FOR UPDATE TO ${role} USING (true) WITH CHECK (false)`;
  const clause = verb === "INSERT" ? `WITH CHECK (${rows})` : `USING (${rows})`;
  return `CREATE POLICY "${role}_${verb.toLowerCase()}" ON "${table}" FOR ${verb} TO ${role} ${clause}`;
};

const rowsOfRights = (table: string, role: string, verb: string): string => {
  if (role === REPORTERS.BRANCH) return REPORTED_OF_BRANCH[table] ?? "false";
  if (role === CHORE_ROLE || role === GATE_ROLE) return "true";
  const own = OF_PERSON[table];
  if (own !== undefined) return own;
  return role === WRITERS.BRANCH && verb !== "SELECT" ? (WRITTEN_BY_BRANCH[table] ?? "true") : "true";
};

/** Reports add up what the tools that see nothing else may see of groups: of contacts and identities there is nothing to add up. */
const reported = (schema: GraphQLSchema, of: Policy): Columns => {
  const byTool = TOKEN_ROLES.map((role) => readableColumns(schema, of, role));
  const tables = new Set(byTool.flatMap((columns) => [...columns.keys()]));
  return new Map(
    [...tables].map((table) => [table, new Set(byTool.flatMap((columns) => [...(columns.get(table) ?? [])]))]),
  );
};

const forRights = (table: string, ofReports: ReadonlySet<string> | undefined): string[] =>
  Object.entries(rightsOn(table)).flatMap(([role, rights]) => [
    Object.values<string>(REPORTERS).includes(role) && ofReports !== undefined
      ? `GRANT SELECT (${quoted([...ofReports].sort())}) ON "${table}" TO ${role}`
      : `GRANT ${verbsOf(rights).join(", ")} ON "${table}" TO ${role}`,
    ...verbsOf(rights).map((verb) => policy(table, role, verb, rowsOfRights(table, role, verb))),
  ]);

/** Import jobs are shown by the process, not by the selection engine: to whoever may ask for them, whole. */
const WHOLE = ["import_job", "import_rejected"];

const forReader = (schema: GraphQLSchema, of: Policy, role: Role, tables: readonly string[]): string[] => {
  const columns = readableColumns(schema, of, role);
  return tables.flatMap((table) => {
    const rows = rowsFor(table, role);
    const readable = [...(columns.get(table) ?? [])].sort();
    const whole = WHOLE.includes(table) && mayAsk(role, "importJob");
    const grants = [
      ...(whole ? [`GRANT SELECT ON "${table}" TO ${readerOf(role)}`] : []),
      ...(readable.length > 0 ? [`GRANT SELECT (${quoted(readable)}) ON "${table}" TO ${readerOf(role)}`] : []),
    ];
    return [...grants, ...(rows !== null && grants.length > 0 ? [policy(table, readerOf(role), "SELECT", rows)] : [])];
  });
};

const atTables = (schema: GraphQLSchema, of: Policy, tables: readonly string[]): string[] => {
  const sorted = [...tables].sort();
  const ofReports = reported(schema, of);
  return [
    ...sorted.flatMap(secure),
    ...sorted.flatMap((table) => forRights(table, ofReports.get(table))),
    ...ROLES.flatMap((role) => forReader(schema, of, role, sorted)),
  ];
};

/** The second wall as SQL: run on any state of the archive, it leaves just what the policy says. */
export const wallStatements = (schema: GraphQLSchema, of: Policy, tables: readonly string[]): string[] => [
  makeRoles,
  take(null),
  ...atTables(schema, of, tables),
];

/** Of some tables only: a wall that stands is changed where it has to be, and not built again. */
export const wallAt = (schema: GraphQLSchema, of: Policy, tables: readonly string[]): string[] => [
  take(tables),
  ...atTables(schema, of, tables),
];
