import { type GraphQLSchema, getNamedType, isInputObjectType } from "graphql";
import type { Ask } from "../oracle/ask.js";
import { identity } from "../oracle/whole.js";
import { possibleTypes, rowsBehind, type Step, saidBy, stepsFrom } from "../paths/steps.js";

/** A way to ask for rows of a type by their ids, and how to read them off the answer. */
export interface Way {
  readonly name: string;
  asks(ids: readonly string[], said: readonly Ask[]): Ask[];
}

const quoted = (ids: readonly string[]): string => JSON.stringify(ids);

const rootsOf = (schema: GraphQLSchema) => Object.values(schema.getQueryType()?.getFields() ?? {});

const isOf = (schema: GraphQLSchema, type: string, behind: string): boolean =>
  type === behind || possibleTypes(schema, behind).includes(type);

/** Roots that list rows of a type, each by its name and the arguments it takes. */
export const listsOf = (schema: GraphQLSchema) =>
  rootsOf(schema).flatMap(({ name, type, args }) => {
    const { to, inPage } = rowsBehind(schema, type);
    const filter = args.find((each) => each.name === "filter");
    const conditions = filter && getNamedType(filter.type);
    const filtersById = isInputObjectType(conditions) && "id" in conditions.getFields();
    const isNode = possibleTypes(schema, "Node").some((each) => isOf(schema, each, to));
    const searches = args.some((each) => each.name === "search");
    return inPage && isNode ? [{ name, type: to, filtersById, searches }] : [];
  });

/** A fragment, where what is asked stands behind an interface that does not have it. */
const inType = (schema: GraphQLSchema, type: string, behind: string, said: readonly Ask[]): Ask[] =>
  type === behind ? [...said] : [...identity(schema, behind), ...said.map((ask) => ({ ...ask, on: ask.on ?? type }))];

/** Every way that Query has to rows of a type by their ids: lists in both of their forms, one by one, all at once. */
export const waysTo = (schema: GraphQLSchema, type: string): Way[] =>
  rootsOf(schema).flatMap(({ name, type: declared, args }): Way[] => {
    const { to, inPage } = rowsBehind(schema, declared);
    if (!isOf(schema, type, to)) return [];
    const takes = (argument: string) => args.some((each) => each.name === argument);
    const each = (said: readonly Ask[]) => inType(schema, type, to, said);
    if (inPage && listsOf(schema).some((list) => list.name === name && list.filtersById)) {
      const page = (ids: readonly string[], rows: Ask): Ask[] => [
        { field: name, args: `first: 100, filter: { id: { in: ${quoted(ids)} } }`, asks: [rows] },
      ];
      return [
        { name: `${name}.nodes`, asks: (ids, said) => page(ids, { field: "nodes", asks: each(said) }) },
        {
          name: `${name}.edges`,
          asks: (ids, said) => page(ids, { field: "edges", asks: [{ field: "node", asks: each(said) }] }),
        },
      ];
    }
    if (takes("ids"))
      return [{ name, asks: (ids, said) => [{ field: name, args: `ids: ${quoted(ids)}`, asks: each(said) }] }];
    if (!takes("id")) return [];
    const one = (id: string, i: number, said: readonly Ask[]): Ask => ({
      field: name,
      alias: `a${i}`,
      args: `id: "${id}"`,
      asks: each(said),
    });
    return [{ name, asks: (ids, said) => ids.map((id, i) => one(id, i, said)) }];
  });

/** Every relation that leads from rows of one type to rows that have an id of their own. */
export const relationsOf = (schema: GraphQLSchema, type: string): Step[] =>
  stepsFrom(schema, type).filter(({ to }) => saidBy(schema, to).some(({ field }) => field === "id"));
