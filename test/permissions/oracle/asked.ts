import {
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNullableType,
  isAbstractType,
  isListType,
  isObjectType,
} from "graphql";
import { type Ask, isAsked, keyOf } from "./ask.js";

/** What a selection is read against. */
export interface Asked {
  readonly schema: GraphQLSchema;
  readonly variables: Readonly<Record<string, unknown>>;
}

const appliesTo = ({ schema }: Asked, condition: string | undefined, type: string): boolean => {
  if (condition === undefined || condition === type) return true;
  const [abstract, object] = [schema.getType(condition), schema.getType(type)];
  return isAbstractType(abstract) && isObjectType(object) && schema.isSubType(abstract, object);
};

/** What is asked of a concrete type, by response key, selections of one key together. */
export const asksOf = (asked: Asked, asks: readonly Ask[], type: string): Ask[] => {
  const merged = new Map<string, Ask>();
  for (const ask of asks) {
    if (!appliesTo(asked, ask.on, type) || !isAsked(ask, asked.variables)) continue;
    const inner = [...(merged.get(keyOf(ask))?.asks ?? []), ...(ask.asks ?? [])];
    merged.set(keyOf(ask), { ...ask, ...(ask.asks ? { asks: inner } : {}) });
  }
  return [...merged.values()];
};

export const fieldType = ({ schema }: Asked, type: string, field: string): GraphQLOutputType => {
  const found = (schema.getType(type) as GraphQLObjectType).getFields()[field];
  if (found === undefined) throw new Error(`there is no ${type}.${field}`);
  return found.type;
};

export const isList = (type: GraphQLOutputType): boolean => isListType(getNullableType(type));
