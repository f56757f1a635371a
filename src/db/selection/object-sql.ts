import { type SQL, sql } from "drizzle-orm";
import type { AskedField } from "../../auth/asked.js";
import { boundOnce } from "./bound-once.js";
import type { Compilation, Finish, ObjectSql } from "./compilation.js";
import { disclosureSql, leafSql } from "./leaf-sql.js";
import { join, leadToInterface, type MergedField, merge } from "./merged.js";
import { connectionOf, manyOf, oneOf, type Related } from "./related-sql.js";
import type { Row } from "./row.js";
import type { FieldShape, Shape } from "./shape.js";
import { SHAPES } from "./shapes/index.js";
import { textIsReadable } from "./weigh.js";
import { finishWithheld, WITHHELD, withheldSql } from "./withheld.js";

interface Part {
  /** Column of the JSON; where it differs from the field's key, finishing renames it. */
  readonly name: string;
  readonly read: SQL;
  readonly joins: readonly SQL[];
  readonly finish?: Finish | undefined;
}

/** A lateral join, and its answer as a part of the object. A relation that weighs as its record may be withheld. */
const relatedPart = (c: Compilation, field: MergedField, { statement, finish }: Related, withheld?: SQL): Part => {
  const alias = sql.identifier(c.alias());
  const name = field.key === field.name ? field.name : c.alias();
  const read = sql`${alias}.data`;
  return {
    name,
    read: withheld ? sql`case when ${withheld} then ${read} end` : read,
    joins: [sql`left join lateral (${statement}) as ${alias} on true`],
    finish: finish && ((object, finishing) => finish(object, name, field.key, finishing)),
  };
};

const partOf = (c: Compilation, shape: Shape, row: Row, field: MergedField, how: FieldShape): Part | null => {
  switch (how.kind) {
    case "leaf": {
      const read = leafSql(c.plan, field, how, shape, row);
      return read && { name: field.name, read, joins: [] };
    }
    case "disclosure":
      return { name: field.name, read: disclosureSql(c.plan, field, shape, row), joins: [] };
    case "same": {
      const { json, joins, finish } = objectSql(c, SHAPES[how.shape], row, field.asked);
      const nested: Finish | undefined =
        finish && ((object, finishing) => finish(object[field.name] as Record<string, unknown>, finishing));
      return { name: field.name, read: json, joins, finish: nested };
    }
    case "one":
      return relatedPart(c, field, oneOf(c, how, { of: shape, row }, field));
    case "many": {
      const readable = how.weighed ? textIsReadable(c.plan, field, shape, row) : true;
      if (readable === false) return null;
      return relatedPart(c, field, manyOf(c, how, { of: shape, row }, field), readable === true ? undefined : readable);
    }
    case "connection":
      return relatedPart(
        c,
        field,
        connectionOf(c, how.list, field, (inner) => how.where(inner, row, c.asOf)),
      );
  }
};

/** The asked fields of a row as one JSON object, under the plan: what is denied is not in it, nor in the statement. */
export const objectSql = (c: Compilation, of: Shape, row: Row, asked: readonly AskedField[]): ObjectSql => {
  const { shape, joins } = boundOnce(c, of, row);
  const fields = merge(join(asked));
  const parts = fields.flatMap((field) => {
    const how = shape.fields[field.name];
    if (how === undefined) throw new Error(`${field.first.coordinate} cannot be read from the database`);
    return partOf(c, shape, row, field, how) ?? [];
  });
  if (shape.typeName !== undefined && leadToInterface(asked))
    parts.push({ name: "__typename", read: shape.typeName(row), joins: [] });
  const withheld = c.strict ? withheldSql(c.plan, fields, shape, row) : undefined;
  if (withheld !== undefined) parts.push({ name: WITHHELD, read: withheld, joins: [], finish: finishWithheld });
  const columns = parts.map(({ name, read }) => sql`${read} as ${sql.identifier(name)}`);
  // row_to_json, not json_build_object: that one takes 100 arguments at most.
  const list = columns.length === 0 ? sql`1 as "_"` : sql.join(columns, sql`, `);
  const finishes = parts.flatMap(({ finish }) => finish ?? []);
  const object = sql.identifier(c.alias());
  return {
    json: sql`row_to_json(${object})`,
    // Joined, not selected from within: a subquery there is a plan of its own, started for every row.
    joins: [...joins(), ...parts.flatMap((part) => part.joins), sql`cross join lateral (select ${list}) as ${object}`],
    finish:
      finishes.length === 0
        ? undefined
        : (object, finishing) => {
            for (const finish of finishes) finish(object, finishing);
          },
  };
};
