import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isLeafType,
} from "graphql";
import type { Ask } from "../oracle/ask.js";
import { argumentsOf } from "../oracle/samples.js";
import type { Scene } from "../oracle/scene.js";
import { idOf } from "../oracle/stored.js";
import { identity } from "../oracle/whole.js";
import type { Chosen } from "./chosen.js";
import { possibleTypes, rowsBehind } from "./steps.js";

type Field = GraphQLField<unknown, unknown>;

/** Where paths begin: a field of Query, and a type of the rows behind it. */
export interface Root {
  readonly field: string;
  readonly type: string;
  /** Every way to say which rows, as arguments: they are taken by turns. */
  ways(username: string): readonly string[];
  /** The field with this asked of the rows behind it. */
  taking(asks: readonly Ask[], args: string, turn: number): Ask;
}

const argument = ({ args }: Field, name: string) => args.find((each) => each.name === name);

const filtersById = (field: Field): boolean => {
  const filter = argument(field, "filter");
  const type = filter && getNamedType(filter.type);
  return isInputObjectType(type) && "id" in type.getFields();
};

/** One row after the other where a field takes ids; what has to be given to others, and the first of their rows. */
const waysOf = (scene: Scene, field: Field, ids: readonly string[]): string[] => {
  const customer = idOf("customer", scene.world.all.customer[0]?.id);
  const given = (values: Readonly<Record<string, unknown>>) => argumentsOf(field.args, values, customer);
  const page = argument(field, "first") ? { first: 1 } : {};
  const byId = argument(field, "ids")
    ? (id: string) => given({ ids: [id] })
    : filtersById(field)
      ? (id: string) => given({ ...page, filter: { id: { in: [id] } } })
      : argument(field, "id") && ((id: string) => given({ id }));
  if (byId === undefined || ids.length === 0) return [given(page)];
  return [
    ...ids.map(byId),
    ...(argument(field, "asOf") ? ids.slice(0, 1).map((id) => given({ id, asOf: {} })) : []),
    ...(argument(field, "code") ? ids.map((id) => given({ code: scene.world.row(id).code })) : []),
  ];
};

const pageOf = (asks: readonly Ask[], turn: number): Ask[] => {
  const pageInfo = ["startCursor", "endCursor", "hasNextPage", "hasPreviousPage"].map((field) => ({ field }));
  const edges: Ask = { field: "edges", asks: [{ field: "cursor" }, { field: "node", asks }] };
  const rows: Ask = turn % 2 === 0 ? { field: "nodes", asks } : edges;
  return [{ field: "totalCount" }, { field: "pageInfo", asks: pageInfo }, rows];
};

/** Types behind Node share nothing but an id; records are come to as records. */
const kindsOf = (schema: GraphQLSchema, type: string): string[] => {
  if (type !== "Node") return [type];
  const kinds = possibleTypes(schema, type).map((name) => {
    const interfaces = (schema.getType(name) as GraphQLObjectType).getInterfaces();
    return interfaces.find((each) => each.name !== type)?.name ?? name;
  });
  return [...new Set(kinds)];
};

const rootsAt = (scene: Scene, chosen: Chosen, field: Field): Root[] => {
  const { to, inPage } = rowsBehind(scene.schema, field.type);
  return kindsOf(scene.schema, to).map((type): Root => {
    const named = (asks: readonly Ask[]) =>
      type === to ? asks : [...identity(scene.schema, to), ...asks.map((ask) => ({ ...ask, on: ask.on ?? type }))];
    return {
      field: field.name,
      type,
      ways: (username) => waysOf(scene, field, chosen.idsOf(username, type)),
      taking: (asks, args, turn) => ({
        field: field.name,
        args,
        asks: inPage ? pageOf(asks, turn) : named(asks),
      }),
    };
  });
};

/** Every field of Query that answers with objects, as the schema has them. */
export const rootsOf = (scene: Scene, chosen: Chosen): Root[] =>
  Object.values(scene.schema.getQueryType()?.getFields() ?? {})
    .filter(({ type }) => !isLeafType(getNamedType(type)))
    .flatMap((field) => rootsAt(scene, chosen, field));
