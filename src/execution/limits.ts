import { type DocumentNode, type FieldNode, type GraphQLOutputType, isListType, isNonNullType, visit } from "graphql";
import type { AskedField } from "../auth/asked.js";
import type { Coordinate } from "../auth/classification.js";
import { Refusal } from "../domain/refusal.js";

export interface Limits {
  readonly depth: number;
  readonly cost: number;
  readonly aliases: number;
  readonly directives: number;
}

/** More tokens than this is not written by a front end. */
export const MOST_TOKENS = 15_000;

const tooMuch = (of: string, asked: number, limit: number): Refusal => {
  const article = /^[aeiou]/.test(of) ? "an" : "a";
  return new Refusal("LIMIT_EXCEEDED", `The operation has ${article} ${of} of ${asked}; at most ${limit} is allowed.`, {
    of,
    limit,
    asked,
  });
};

/** How GraphQL says that it gave up reading, and which limit that is; it does not know how much there was. */
const GIVEN_UP: readonly (readonly [begins: RegExp, of: string, limit: number])[] = [
  [/^Syntax Error: Document contains more that \d+ tokens/, "token count", MOST_TOKENS],
  // What the parser cannot hold: how deep that is depends on the stack, and is more than this.
  [/^Maximum call stack size exceeded/, "nesting", 1_000],
  // Fields of one name beside each other are compared, each with each: graphql's OverlappingFieldsCanBeMergedRule.
  [/^Validation aborted/, "comparison count of fields of one name", 500_000],
  [/^Too many validation errors/, "complaint count", 100],
  [/^Maximum introspection depth exceeded/, "depth of lists in introspection", 2],
];

/** The limit that GraphQL itself has held; null for any other complaint of its. */
export const limitBehind = (message: string): Refusal | null => {
  const held = GIVEN_UP.find(([begins]) => begins.test(message));
  if (held === undefined) return null;
  const [, of, limit] = held;
  return new Refusal("LIMIT_EXCEEDED", `The document exceeds a ${of} of ${limit}.`, { of, limit });
};

interface Counted {
  readonly aliases: number;
  readonly directives: number;
}

/** Of the whole document: fragments that are spread often still stand in it once. */
const countedIn = (document: DocumentNode): Counted => {
  let [aliases, directives] = [0, 0];
  visit(document, {
    Field: ({ alias }) => {
      if (alias !== undefined) aliases += 1;
    },
    Directive: () => {
      directives += 1;
    },
  });
  return { aliases, directives };
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

/** What is worked at beyond what is answered: a report reads every customer. */
const WORK: Readonly<Partial<Record<Coordinate, number>>> = { "Query.archiveStatistics": 1_000 };

/** Fields the answer may have at most: pages count with their size, of the types of an interface the largest. */
const costOf = (fields: readonly AskedField[], pages: PageSizes): number =>
  fields.reduce((sum, field) => {
    const below = [...field.selections.values()].map((selection) => costOf(selection, pages));
    return sum + (WORK[field.coordinate] ?? 1) + rowsOf(field, pages) * Math.max(0, ...below);
  }, 0);

/** @throws Refusal LIMIT_EXCEEDED, whatever the arguments are */
export const checkForm = (document: DocumentNode, roots: readonly AskedField[], limits: Limits): void => {
  const { aliases, directives } = countedIn(document);
  if (aliases > limits.aliases) throw tooMuch("alias count", aliases, limits.aliases);
  if (directives > limits.directives) throw tooMuch("directive count", directives, limits.directives);
  const depth = depthOf(roots);
  if (depth > limits.depth) throw tooMuch("depth", depth, limits.depth);
};

/** @throws Refusal LIMIT_EXCEEDED when the pages asked for would make the answer too large */
export const checkCost = (roots: readonly AskedField[], pages: PageSizes, limits: Limits): void => {
  const cost = costOf(roots, pages);
  if (cost > limits.cost) throw tooMuch("cost", cost, limits.cost);
};
