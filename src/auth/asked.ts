import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from "graphql";
import { Refusal } from "../domain/refusal.js";
import { ALL_CATEGORIES, type Categories } from "./ceiling.js";
import type { Coordinate } from "./classification.js";
import { collectFields, type Operation } from "./collect-fields.js";

/** A field an operation asks for, at one place of the answer: abstract types expanded, fragments and conditions gone. */
export interface AskedField {
  readonly name: string;
  readonly responseKey: string;
  readonly coordinate: Coordinate;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  /** Response keys from the root; `@` stands for a position in a list. */
  readonly path: string;
  /** The categories of the objects this field stands on, as far as the types say. */
  readonly categories: Categories;
  /** What is asked of the value, by concrete type. Empty for leaves. */
  readonly selections: ReadonlyMap<string, readonly AskedField[]>;
}

/** More fields than this, interfaces expanded, is nothing a front end asks. */
const MOST_FIELDS = 5_000;

const tooMany = (): Refusal =>
  new Refusal(
    "LIMIT_EXCEEDED",
    `The operation exceeds a field count of ${MOST_FIELDS}, fragments and interfaces written out.`,
    {
      of: "field count",
      limit: MOST_FIELDS,
    },
  );

const listMarks = (type: GraphQLOutputType): string => {
  if (isNonNullType(type)) return listMarks(type.ofType);
  return isListType(type) ? `.@${listMarks(type.ofType)}` : "";
};

/**
 * What stays in the category it starts from: relations within a series, and texts about a record. Every other field
 * leads to where all categories are met again: the customer of a statement has findings about contacts, too.
 */
const SAME_CATEGORY = new Set([
  "corrects",
  "supersedes",
  "supersededBy",
  "observedRecord",
  "records",
  "record",
  "source",
  "screening",
  "evidence",
  "verificationTasks",
  "tasks",
  "findings",
]);

const possibleTypes = (
  operation: Operation,
  type: GraphQLCompositeType,
  field: string,
  categories: Categories,
): readonly GraphQLObjectType[] => {
  if (isObjectType(type)) return [type];
  const all = operation.schema.getPossibleTypes(type);
  if (!SAME_CATEGORY.has(field)) return all;
  return all.filter((each) => operation.categoryOf(each.name)?.some((category) => categories.includes(category)));
};

interface Walk {
  readonly operation: Operation;
  left: number;
}

const fieldsOf = (
  walk: Walk,
  type: GraphQLObjectType,
  selectionSets: readonly SelectionSetNode[],
  path: string,
  inherited: Categories,
): AskedField[] => {
  const { operation } = walk;
  const categories = operation.categoryOf(type.name) ?? inherited;
  const collected = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  for (const set of selectionSets) collectFields(operation, type, set, collected, visited);
  return [...collected].flatMap(([responseKey, nodes]) => {
    const [node] = nodes;
    const definition = node && type.getFields()[node.name.value];
    if (node === undefined || definition === undefined) return [];
    if (--walk.left < 0) throw tooMany();
    const here = path === "" ? responseKey : `${path}.${responseKey}`;
    return {
      name: definition.name,
      responseKey,
      coordinate: `${type.name}.${definition.name}`,
      definition,
      node,
      path: here,
      categories,
      selections: below(walk, definition, nodes, here + listMarks(definition.type), categories),
    };
  });
};

const below = (
  walk: Walk,
  definition: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
  path: string,
  categories: Categories,
): ReadonlyMap<string, readonly AskedField[]> => {
  const type = getNamedType(definition.type);
  if (!isCompositeType(type)) return new Map();
  const sets = nodes.flatMap((node) => node.selectionSet ?? []);
  const stays = SAME_CATEGORY.has(definition.name) ? categories : ALL_CATEGORIES;
  return new Map(
    possibleTypes(walk.operation, type, definition.name, categories).map((each) => [
      each.name,
      fieldsOf(walk, each, sets, path, stays),
    ]),
  );
};

/**
 * What an operation asks for, as a tree.
 *
 * @throws Refusal LIMIT_EXCEEDED when the tree would have more than 5,000 fields; BAD_USER_INPUT for a subscription
 */
export const askedBy = (operation: Operation): AskedField[] => {
  const root = operation.schema.getRootType(operation.definition.operation);
  if (root == null)
    throw new Refusal("BAD_USER_INPUT", "There is nothing to subscribe to: ask with query or mutation.");
  const walk: Walk = { operation, left: MOST_FIELDS };
  return fieldsOf(walk, root, [operation.definition.selectionSet], "", ALL_CATEGORIES);
};

/** Every field of a tree, parents first. */
export function* everyField(fields: Iterable<AskedField>): Generator<AskedField> {
  for (const field of fields) {
    yield field;
    for (const selection of field.selections.values()) yield* everyField(selection);
  }
}
