import { type DocumentNode, type FieldNode, Kind, type SelectionSetNode, visit } from "graphql";
import { Refusal } from "../domain/refusal.js";
import { checkIntrospection } from "./introspection-limits.js";

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

/** The fields a selection on a root leads to, through fragments, each of which is looked into once. */
const rootFields = (document: DocumentNode, set: SelectionSetNode, seen = new Set<string>()): FieldNode[] =>
  set.selections.flatMap((selection): FieldNode[] => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootFields(document, selection.selectionSet, seen);
    const name = selection.name.value;
    if (seen.has(name)) return [];
    seen.add(name);
    const spread = document.definitions.find(
      (node) => node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === name,
    );
    return spread?.kind === Kind.FRAGMENT_DEFINITION ? rootFields(document, spread.selectionSet, seen) : [];
  });

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
  checkIntrospection(document);
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
