import { type SQL, sql } from "drizzle-orm";
import { Refusal } from "../../domain/refusal.js";
import { FILTERS } from "./filters.js";
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

const fieldsOf = (template: Template, where: string): Fields => {
  if (template !== null && "fields" in template) return template.fields;
  throw new Refusal("BAD_USER_INPUT", `${where}: null is no condition; leave it out, or use isNull.`);
};

const hasValue = (template: Template): template is { at: string } =>
  template !== null && !Array.isArray(template) && "at" in template;

const operation = (operator: string, operand: Template, left: SQL, type: string, where: string): SQL => {
  if (operand === null) {
    throw new Refusal("BAD_USER_INPUT", `${where}.${operator}: null is no value to compare with; use isNull.`);
  }
  if ("literal" in operand) return sql`(${left} is null) = ${sql.raw(String(operand.literal))}`;
  if (!hasValue(operand)) throw new Error(`${where}.${operator} has no value`);
  if (operator === "in") return sql`${left} = any(${values(operand.at, type)})`;
  if (operator === "nin") return sql`coalesce(${left} <> all(${values(operand.at, type)}), true)`;
  const compare = COMPARISON[operator];
  if (compare === undefined) throw new Error(`no operator ${operator}`);
  return compare(left, value(operand.at, type));
};

const conditionOn = (shape: FilterShape, template: Template, row: Row, where: string): SQL => {
  if (shape.kind === "related") {
    const related = new Row(`${row.alias}f`);
    const { table } = SHAPES.Customer;
    const condition = filterSql(shape.filter, template, related, where);
    return sql`exists (select 1 from ${table} as ${sql.identifier(related.alias)} where ${shape.where(related, row)} and ${condition})`;
  }
  const operations = Object.entries(fieldsOf(template, where));
  if (operations.length === 0) throw new Refusal("BAD_USER_INPUT", `${where}: name at least one operator, such as eq.`);
  const left = shape.read(row);
  return all(operations.map(([operator, operand]) => operation(operator, operand, left, shape.type, where)));
};

const all = (conditions: readonly SQL[]): SQL =>
  conditions.length === 0 ? sql`true` : sql`(${sql.join([...conditions], sql` and `)})`;

const any = (conditions: readonly SQL[]): SQL =>
  conditions.length === 0 ? sql`false` : sql`(${sql.join([...conditions], sql` or `)})`;

const listOf = (template: Template, where: string): readonly Template[] => {
  if (Array.isArray(template)) return template;
  throw new Refusal("BAD_USER_INPUT", `${where}: null is no list of conditions; leave it out.`);
};

/** A filter as a condition on a row. Nothing in it is dropped silently: what cannot be applied is refused. */
export const filterSql = (name: FilterName, template: Template, row: Row, where: string = "filter"): SQL =>
  all(
    Object.entries(fieldsOf(template, where)).map(([field, inner]) => {
      const here = `${where}.${field}`;
      if (field === "and") return all(listOf(inner, here).map((each) => filterSql(name, each, row, here)));
      if (field === "or") return any(listOf(inner, here).map((each) => filterSql(name, each, row, here)));
      // Three-valued logic: what is neither true nor false is not the case.
      if (field === "not") return sql`not coalesce(${filterSql(name, inner, row, here)}, false)`;
      const shape = FILTERS[name][field];
      if (shape === undefined) throw new Error(`${name}.${field} cannot be filtered by`);
      return conditionOn(shape, inner, row, here);
    }),
  );
