import { getTableName } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { type GraphQLSchema, isObjectType } from "graphql";
import type { AccessPlan } from "../../auth/access-plan.js";
import { mayAsk } from "../../auth/authority.js";
import { ALL_CATEGORIES } from "../../auth/ceiling.js";
import type { Policy } from "../../auth/policy.js";
import type { Role } from "../../auth/role.js";
import { FILTERS } from "../../db/selection/filters.js";
import type { Selections } from "../../db/selection/merged.js";
import { Row } from "../../db/selection/row.js";
import type { LeafShape } from "../../db/selection/shape.js";
import { shapeOf } from "../../execution/check-readable.js";
import { ASKED_BY_FEW, STRUCTURE } from "./structure.js";

/** Columns by table. */
export type Columns = ReadonlyMap<string, ReadonlySet<string>>;

/** A row that remembers of which table its columns are. */
class Recording extends Row {
  readonly columns: PgColumn[] = [];

  override of(column: PgColumn) {
    this.columns.push(column);
    return super.of(column);
  }
}

const columnsOf = (read: (row: Row) => unknown): readonly PgColumn[] => {
  const row = new Recording("r");
  read(row);
  return row.columns;
};

/** Of a value made of parts, all that there are. */
const WHOLE = new Map([["", ["amount", "currency", "band"].map((name) => ({ name }))]]) as unknown as Selections;

/** What a leaf reads of the role's own: facts that decide on actions are read for the roles that may take them. */
const planOf = (role: Role): AccessPlan => ({ role, seesInFull: () => false }) as unknown as AccessPlan;

/** The columns a role reads at a coordinate, and the masked twins it reads in their place. */
const ofLeaf = (policy: Policy, role: Role, coordinate: string, leaf: LeafShape, bindable: boolean) => {
  const raw = () => columnsOf((row) => leaf.read(row, WHOLE, planOf(role)));
  const twin = () => columnsOf((row) => leaf.mask?.(row));
  if (policy.gradeOf(coordinate) === "RECORD") {
    const shown = ALL_CATEGORIES.some((category) => policy.verdict(role, coordinate, [category]).level !== "DENIED");
    return shown ? raw() : [];
  }
  const verdict = policy.verdict(role, coordinate);
  switch (verdict.level) {
    case "FULL":
      return raw();
    case "MASKED":
      return twin();
    case "TASK_BOUND":
      return [...(bindable ? raw() : []), ...(verdict.otherwise === "MASKED" ? twin() : [])];
    case "DENIED":
      return [];
  }
};

/** What is shown to whoever may ask one query is no other role's, however mild its grade. */
const isFor = (role: Role, name: string): boolean =>
  ASKED_BY_FEW.every(
    ({ query, types }) => mayAsk(role, query) || !types.some((type) => name.replace(/Filter$/, "") === type),
  );

const structureFor = (role: Role): Readonly<Record<string, readonly string[]>> =>
  Object.assign({}, STRUCTURE, ...ASKED_BY_FEW.filter(({ query }) => mayAsk(role, query)).map((few) => few.structure));

const ofTypes = (schema: GraphQLSchema, policy: Policy, role: Role): PgColumn[] =>
  Object.values(schema.getTypeMap()).flatMap((type) => {
    const shape = isObjectType(type) ? shapeOf(type) : undefined;
    if (!isObjectType(type) || shape === undefined || !isFor(role, type.name)) return [];
    return Object.keys(type.getFields()).flatMap((name) => {
      const how = shape.fields[name];
      return how?.kind === "leaf" ? ofLeaf(policy, role, `${type.name}.${name}`, how, shape.bound !== undefined) : [];
    });
  });

const ofFilters = (policy: Policy, role: Role): PgColumn[] =>
  Object.entries(FILTERS).flatMap(([filter, fields]) =>
    Object.entries(isFor(role, filter) ? fields : {}).flatMap(([name, how]) => {
      const full = policy.verdict(role, `${filter}.${name}`).level === "FULL";
      return full && how.kind !== "related" ? columnsOf((row) => how.read(row)) : [];
    }),
  );

/** All that the policy lets a role see of the columns of each table: projected, filtered by, or needed to find rows. */
export const readableColumns = (schema: GraphQLSchema, policy: Policy, role: Role): Columns => {
  const byTable = new Map(
    Object.entries(structureFor(role)).map(([table, columns]) => [table, new Set<string>(columns)]),
  );
  for (const column of [...ofTypes(schema, policy, role), ...ofFilters(policy, role)]) {
    const table = getTableName(column.table);
    byTable.set(table, (byTable.get(table) ?? new Set()).add(column.name));
  }
  return byTable;
};
