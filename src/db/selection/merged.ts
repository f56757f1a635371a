import { getNamedType, isAbstractType } from "graphql";
import type { AskedField } from "../../auth/asked.js";
import type { CategoryCode } from "../../domain/category-code.js";

/** A field as one statement reads it: the same for every alias and concrete type it is asked under. */
export interface MergedField {
  readonly name: string;
  /** Where resolvers find it in the object: by name, and by response key where arguments tell aliases apart. */
  readonly key: string;
  readonly asked: readonly AskedField[];
  readonly first: AskedField;
  readonly categories: readonly CategoryCode[];
  readonly selections: Selections;
}

export type Selections = ReadonlyMap<string, readonly AskedField[]>;

export const keyOf = (field: { readonly args: readonly unknown[] }, name: string, responseKey: string): string =>
  field.args.length === 0 ? name : `${name}:${responseKey}`;

/** What is asked of a value by fields that all lead to it. */
export const join = (all: readonly AskedField[]): Selections => {
  const joined = new Map<string, AskedField[]>();
  for (const { selections } of all) {
    for (const [type, fields] of selections) joined.set(type, [...(joined.get(type) ?? []), ...fields]);
  }
  return joined;
};

/** The fields of a selection, those of all concrete types and aliases together. */
export const merge = (selections: Selections): MergedField[] => {
  const byKey = new Map<string, AskedField[]>();
  for (const field of [...selections.values()].flat()) {
    const key = keyOf(field.definition, field.name, field.responseKey);
    byKey.set(key, [...(byKey.get(key) ?? []), field]);
  }
  return [...byKey].flatMap(([key, asked]) => {
    const [first] = asked;
    if (first === undefined) return [];
    const categories = [...new Set(asked.flatMap((field) => field.categories))];
    return { name: first.name, key, asked, first, categories, selections: join(asked) };
  });
};

/** Whether one of the fields leads to an interface: then a row has to tell its type. */
export const leadToInterface = (all: readonly AskedField[]): boolean =>
  all.some(({ definition }) => isAbstractType(getNamedType(definition.type)));

/** The fields that lead to the rows of a connection, through edges and through nodes. */
export const nodesOf = (connection: Selections): readonly AskedField[] => {
  const top = merge(connection);
  const edges = top.filter((field) => field.name === "edges").flatMap((field) => merge(field.selections));
  return [...top, ...edges].filter(({ name }) => name === "nodes" || name === "node").flatMap((field) => field.asked);
};

export const asksFor = (connection: Selections, name: string): boolean =>
  [...connection.values()].flat().some((field) => field.name === name);

const asksWithin = (connection: Selections, part: string, names: readonly string[]): boolean =>
  merge(connection).some((field) => field.name === part && names.some((name) => asksFor(field.selections, name)));

/** Whether a row of a connection has to say where it stands in the order. */
export const asksForCursors = (connection: Selections): boolean =>
  asksWithin(connection, "edges", ["cursor"]) || asksWithin(connection, "pageInfo", ["startCursor", "endCursor"]);
