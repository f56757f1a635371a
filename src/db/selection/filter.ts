import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "../../auth/scope.js";
import { FILTERS } from "./filters.js";
import { alsoInScope } from "./in-scope.js";
import { Row, value, values } from "./row.js";
import type { FilterName, FilterShape } from "./shape.js";
import { SHAPES } from "./shapes/index.js";
import type { Template } from "./template.js";

type Fields = Readonly<Record<string, Template>>;

const COMPARISON: Readonly<Record<string, (a: SQL, b: SQL) => SQL>> = {
  eq: (a, b) => sql`${a} = ${b}`,
  ne: (a, b) => sql`${a} is distinct from ${b}`,
  lt: (a, b) => sql`${a} < ${b}`,
  lte: (a, b) => sql`${a} <= ${b}`,
  gt: (a, b) => sql`${a} > ${b}`,
  gte: (a, b) => sql`${a} >= ${b}`,
  // Not LIKE: its wildcards would be the caller's to use, and a range can use the index.
  startsWith: (a, b) => sql`starts_with(${a}, ${b})`,
};

/** What is no condition was refused when the filter was read (filter-reader.ts). */
const fieldsOf = (template: Template): Fields => {
  if (template !== null && "fields" in template) return template.fields;
  throw new Error("a condition was expected");
};

const hasValue = (template: Template): template is { at: string } =>
  template !== null && !Array.isArray(template) && "at" in template;

const operation = (operator: string, operand: Template, left: SQL, type: string): SQL => {
  if (operand !== null && "literal" in operand) return sql`(${left} is null) = ${sql.raw(String(operand.literal))}`;
  if (!hasValue(operand)) throw new Error(`${operator} has no value`);
  if (operator === "in") return sql`${left} = any(${values(operand.at, type)})`;
  if (operator === "nin") return sql`coalesce(${left} <> all(${values(operand.at, type)}), true)`;
  const compare = COMPARISON[operator];
  if (compare === undefined) throw new Error(`no operator ${operator}`);
  return compare(left, value(operand.at, type));
};

/** Containment, not equality with any: that one an index can answer. */
const among = (operator: string, operand: Template, left: SQL, type: string): SQL => {
  if (!hasValue(operand)) throw new Error(`${operator} has no value`);
  if (operator === "eq") return sql`${left} @> array[${value(operand.at, type)}]`;
  if (operator === "in") return sql`${left} && ${values(operand.at, type)}`;
  throw new Error(`no operator ${operator}`);
};

/** That there is one is said, for the index that holds no others. */
const sameFingerprint = (operator: string, operand: Template, left: SQL): SQL => {
  if (operator !== "eq" && operator !== "in") throw new Error(`no operator ${operator}`);
  return sql`${left} is not null and ${operation(operator, operand, left, "text")}`;
};

const all = (conditions: readonly SQL[]): SQL =>
  conditions.length === 0 ? sql`true` : sql`(${sql.join([...conditions], sql` and `)})`;

const any = (conditions: readonly SQL[]): SQL =>
  conditions.length === 0 ? sql`false` : sql`(${sql.join([...conditions], sql` or `)})`;

const conditionOn = (shape: FilterShape, template: Template, row: Row, scope: Scope["rows"]): SQL => {
  if (shape.kind === "related") {
    const related = new Row(`${row.alias}f`);
    const of = SHAPES[shape.of];
    // The customer of a claim in another branch does not exist for its holder: whatever is asked of it, it does not hold.
    const conditions = [
      shape.where(related, row),
      ...alsoInScope(scope, of, related),
      filterSql(shape.filter, template, related, scope),
    ];
    return sql`exists (select 1 from ${of.table} as ${sql.identifier(related.alias)} where ${all(conditions)})`;
  }
  const left = shape.read(row);
  const operators = Object.entries(fieldsOf(template));
  switch (shape.kind) {
    case "member":
      return all(operators.map(([operator, operand]) => among(operator, operand, left, shape.type)));
    case "fingerprint":
      return all([shape.readable(row), ...operators.map(([each, operand]) => sameFingerprint(each, operand, left))]);
    case "value":
      return all(operators.map(([operator, operand]) => operation(operator, operand, left, shape.type)));
  }
};

const listOf = (template: Template): readonly Template[] => {
  if (Array.isArray(template)) return template;
  throw new Error("a list of conditions was expected");
};

/** A filter as a condition on a row. Nothing in it is dropped silently. */
export const filterSql = (name: FilterName, template: Template, row: Row, scope: Scope["rows"]): SQL =>
  all(
    Object.entries(fieldsOf(template)).map(([field, inner]) => {
      if (field === "and") return all(listOf(inner).map((each) => filterSql(name, each, row, scope)));
      if (field === "or") return any(listOf(inner).map((each) => filterSql(name, each, row, scope)));
      // Three-valued logic: what is neither true nor false is not the case.
      if (field === "not") return sql`not coalesce(${filterSql(name, inner, row, scope)}, false)`;
      const shape = FILTERS[name][field];
      if (shape === undefined) throw new Error(`${name}.${field} cannot be filtered by`);
      return conditionOn(shape, inner, row, scope);
    }),
  );
