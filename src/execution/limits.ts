import { type DocumentNode, type FieldNode, type GraphQLOutputType, isListType, isNonNullType, visit } from "graphql";
import type { AskedField } from "../auth/asked.js";
import { Refusal } from "../domain/refusal.js";

export interface Limits {
  readonly depth: number;
  readonly cost: number;
  readonly aliases: number;
}

/** More tokens than this is not written by a front end. */
export const MOST_TOKENS = 15_000;

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

/** How many rows the pages of an operation have, by the field that asks for them. */
export type PageSizes = ReadonlyMap<FieldNode, { readonly size: number }>;

const rowsOf = (field: AskedField, pages: PageSizes): number => {
  const page = pages.get(field.node);
  if (page !== undefined) return page.size;
  const paged = field.name === "edges" || field.name === "nodes";
  return !paged && isList(field.definition.type) ? ROWS_OF_LIST : 1;
};

/** Fields the answer may have at most: pages count with their size, of the types of an interface the largest. */
const costOf = (fields: readonly AskedField[], pages: PageSizes): number =>
  fields.reduce((sum, field) => {
    const below = [...field.selections.values()].map((selection) => costOf(selection, pages));
    return sum + 1 + rowsOf(field, pages) * Math.max(0, ...below);
  }, 0);

/** @throws Refusal LIMIT_EXCEEDED, whatever the arguments are */
export const checkForm = (document: DocumentNode, roots: readonly AskedField[], limits: Limits): void => {
  const aliases = aliasesIn(document);
  if (aliases > limits.aliases) throw tooMuch("an alias count of", aliases, limits.aliases);
  const depth = depthOf(roots);
  if (depth > limits.depth) throw tooMuch("a depth of", depth, limits.depth);
};

/** @throws Refusal LIMIT_EXCEEDED when the pages asked for would make the answer too large */
export const checkCost = (roots: readonly AskedField[], pages: PageSizes, limits: Limits): void => {
  const cost = costOf(roots, pages);
  if (cost > limits.cost) throw tooMuch("a cost of", cost, limits.cost);
};
