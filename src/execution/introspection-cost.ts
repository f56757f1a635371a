import { type DocumentNode, getIntrospectionQuery, Kind, parse, type SelectionSetNode } from "graphql";
import { Refusal } from "../domain/refusal.js";

/** How many there are, about, in each list a schema is told by; it matters only how they compare. */
const LENGTHS: ReadonlyMap<string, number> = new Map([
  ["types", 300],
  ["possibleTypes", 10],
  ["interfaces", 2],
  ["fields", 10],
  ["inputFields", 10],
  ["enumValues", 10],
  ["args", 3],
  ["directives", 10],
]);

/** Fields the answer may have, fragments followed wherever they are spread: each by itself is reckoned once. */
const introspectionCost = (document: DocumentNode): number => {
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  const spread = new Map<string, number>();
  const ofSpread = (name: string): number => {
    const cost = spread.get(name) ?? costOf(fragments.get(name)?.selectionSet);
    spread.set(name, cost);
    return cost;
  };
  const costOf = (set: SelectionSetNode | undefined): number =>
    (set?.selections ?? []).reduce((sum, each) => {
      if (each.kind === Kind.FRAGMENT_SPREAD) return sum + ofSpread(each.name.value);
      if (each.kind === Kind.INLINE_FRAGMENT) return sum + costOf(each.selectionSet);
      return sum + 1 + (LENGTHS.get(each.name.value) ?? 1) * costOf(each.selectionSet);
    }, 0);
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  return Math.max(0, ...operations.map(({ selectionSet }) => costOf(selectionSet)));
};

const EVERYTHING = getIntrospectionQuery({
  schemaDescription: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  inputValueDeprecation: true,
  oneOf: true,
});

/** Twice of all that tools ask for: the schema is told once over, not as often as somebody finds names for it. */
const MOST = 2 * introspectionCost(parse(EVERYTHING));

/** @throws Refusal LIMIT_EXCEEDED */
export const refuseTooMuch = (document: DocumentNode): void => {
  const [of, asked, limit] = ["cost of introspection", introspectionCost(document), MOST];
  if (asked > limit)
    throw new Refusal("LIMIT_EXCEEDED", `The operation has a ${of} of ${asked}; at most ${limit} is allowed.`, {
      of,
      limit,
      asked,
    });
};
