import { type DocumentNode, type FieldNode, Kind, type SelectionSetNode, visit } from "graphql";
import { Refusal } from "../domain/refusal.js";
import { refuseTooMuch } from "./introspection-cost.js";

const META = new Set(["__schema", "__type"]);

const namesSchema = (document: DocumentNode): boolean => {
  let names = false;
  visit(document, {
    Field: ({ name }) => {
      if (META.has(name.value)) names = true;
    },
  });
  return names;
};

/** The fields a selection on a root leads to, through fragments. */
const rootFields = (document: DocumentNode, set: SelectionSetNode): FieldNode[] => {
  const fragments = document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [node] : []));
  return set.selections.flatMap((selection): FieldNode[] => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootFields(document, selection.selectionSet);
    const spread = fragments.find(({ name }) => name.value === selection.name.value);
    return spread ? rootFields(document, spread.selectionSet) : [];
  });
};

/** The standard query, as tools send it, is 15 deep. */
const MOST_DEEP = 20;

const depthOf = (document: DocumentNode): number => {
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  const spread = new Map<string, number>();
  const ofSpread = (name: string): number => {
    const known = spread.get(name) ?? deepest(fragments.get(name)?.selectionSet);
    spread.set(name, known);
    return known;
  };
  const deepest = (set: SelectionSetNode | undefined): number =>
    Math.max(
      0,
      ...(set?.selections ?? []).map((each) => {
        if (each.kind === Kind.FRAGMENT_SPREAD) return ofSpread(each.name.value);
        return Number(each.kind === Kind.FIELD) + deepest(each.selectionSet);
      }),
    );
  return Math.max(
    0,
    ...document.definitions.map((node) => (node.kind === Kind.OPERATION_DEFINITION ? deepest(node.selectionSet) : 0)),
  );
};

const refuseTooDeep = (document: DocumentNode): void => {
  const [of, asked, limit] = ["depth of introspection", depthOf(document), MOST_DEEP];
  if (asked > limit)
    throw new Refusal("LIMIT_EXCEEDED", `The operation has a ${of} of ${asked}; at most ${limit} is allowed.`, {
      of,
      limit,
      asked,
    });
};

const known = new WeakMap<DocumentNode, boolean>();

/**
 * Whether a document asks for the schema. It then asks for nothing else: the schema it is told is that of a role, the
 * data would be read by another.
 *
 * @throws Refusal BAD_USER_INPUT when it mixes both, LIMIT_EXCEEDED when it is nested, or asks, beyond what tools do
 */
export const isIntrospection = (document: DocumentNode): boolean => {
  const found = known.get(document) ?? namesSchema(document);
  known.set(document, found);
  if (!found) return false;
  refuseTooDeep(document);
  refuseTooMuch(document);
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const { name } of rootFields(document, node.selectionSet))
      if (!META.has(name.value) && name.value !== "__typename")
        throw new Refusal(
          "BAD_USER_INPUT",
          "Ask for the schema on its own: __schema and __type go with __typename only.",
        );
  }
  return true;
};
