import { type DocumentNode, type GraphQLOutputType, isListType, isNonNullType, visit } from "graphql";
import type { AskedField } from "../auth/asked.js";
import type { BoundArguments } from "../db/selection/arguments.js";
import { Refusal } from "../domain/refusal.js";

export interface Limits {
  readonly depth: number;
  readonly cost: number;
  readonly aliases: number;
}

const tooMuch = (what: string, is: number, limit: number): Refusal =>
  new Refusal("LIMIT_EXCEEDED", `The operation has ${what} ${is}; at most ${limit} is allowed.`, { limit });

const aliasesIn = (document: DocumentNode): number => {
  let aliases = 0;
  visit(document, {
    Field: ({ alias }) => {
      if (alias !== undefined) aliases += 1;
    },
  });
  return aliases;
};

const depthOf = (fields: readonly AskedField[]): number =>
  fields.reduce((deepest, { selections }) => {
    const below = [...selections.values()].map(depthOf);
    return Math.max(deepest, 1 + Math.max(0, ...below));
  }, 0);

/** Rows assumed in a list that is not paged: as many contacts, tasks or findings as a record has on a bad day. */
const ROWS_OF_LIST = 10;

const isList = (type: GraphQLOutputType): boolean => (isNonNullType(type) ? isList(type.ofType) : isListType(type));

const rowsOf = (field: AskedField, bound: BoundArguments): number => {
  const template = bound.lists.get(field.node);
  if (template !== undefined) return template.size;
  const paged = field.name === "edges" || field.name === "nodes";
  return !paged && isList(field.definition.type) ? ROWS_OF_LIST : 1;
};

/** Fields the answer may have at most: pages count with their size, of the types of an interface the largest. */
const costOf = (fields: readonly AskedField[], bound: BoundArguments): number =>
  fields.reduce((sum, field) => {
    const below = [...field.selections.values()].map((selection) => costOf(selection, bound));
    return sum + 1 + rowsOf(field, bound) * Math.max(0, ...below);
  }, 0);

/** @throws Refusal LIMIT_EXCEEDED, whatever the arguments are */
export const checkForm = (document: DocumentNode, roots: readonly AskedField[], limits: Limits): void => {
  const aliases = aliasesIn(document);
  if (aliases > limits.aliases) throw tooMuch("an alias count of", aliases, limits.aliases);
  const depth = depthOf(roots);
  if (depth > limits.depth) throw tooMuch("a depth of", depth, limits.depth);
};

/** @throws Refusal LIMIT_EXCEEDED when the pages asked for would make the answer too large */
export const checkCost = (roots: readonly AskedField[], bound: BoundArguments, limits: Limits): void => {
  const cost = costOf(roots, bound);
  if (cost > limits.cost) throw tooMuch("a cost of", cost, limits.cost);
};
