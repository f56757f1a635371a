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

const join = (all: readonly AskedField[]): Selections => {
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

/** What is asked of the rows of a connection, through edges and through nodes. */
export const nodesOf = (connection: Selections): Selections => {
  const top = merge(connection);
  const edges = top.filter((field) => field.name === "edges").flatMap((field) => merge(field.selections));
  return join([...top, ...edges].filter(({ name }) => name === "nodes" || name === "node").flatMap((f) => f.asked));
};

export const asksFor = (connection: Selections, name: string): boolean =>
  [...connection.values()].flat().some((field) => field.name === name);
