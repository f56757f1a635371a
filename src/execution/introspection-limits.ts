import { type DocumentNode, getIntrospectionQuery, Kind, parse, type SelectionSetNode } from "graphql";
import { Refusal } from "../domain/refusal.js";

/** What a selection comes to: a field with what is below it, and fields beside each other. */
interface Measure {
  field(name: string, below: number): number;
  beside(one: number, other: number): number;
}

/** Of all operations of a document the largest. Fragments are followed wherever they are spread, and reckoned once each. */
const measured = (document: DocumentNode, { field, beside }: Measure): number => {
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  const spread = new Map<string, number>();
  const ofSpread = (name: string): number => {
    const known = spread.get(name) ?? ofSet(fragments.get(name)?.selectionSet);
    spread.set(name, known);
    return known;
  };
  const ofSet = (set: SelectionSetNode | undefined): number =>
    (set?.selections ?? [])
      .map((each) => {
        if (each.kind === Kind.FRAGMENT_SPREAD) return ofSpread(each.name.value);
        const below = ofSet(each.selectionSet);
        return each.kind === Kind.FIELD ? field(each.name.value, below) : below;
      })
      .reduce(beside, 0);
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  return Math.max(0, ...operations.map(({ selectionSet }) => ofSet(selectionSet)));
};

const DEPTH: Measure = { field: (_, below) => 1 + below, beside: (one, other) => Math.max(one, other) };

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

/** Fields the answer may have. */
const COST: Measure = {
  field: (name, below) => 1 + (LENGTHS.get(name) ?? 1) * below,
  beside: (one, other) => one + other,
};

const EVERYTHING = getIntrospectionQuery({
  schemaDescription: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  inputValueDeprecation: true,
  oneOf: true,
});

/** The standard query is 15 deep. The schema is told once over, not as often as somebody finds names for it. */
const LIMITS = [
  { of: "depth of introspection", by: DEPTH, limit: 20 },
  { of: "cost of introspection", by: COST, limit: 2 * measured(parse(EVERYTHING), COST) },
] as const;

/** @throws Refusal LIMIT_EXCEEDED for a document that asks for more of the schema than tools do */
export const checkIntrospection = (document: DocumentNode): void => {
  for (const { of, by, limit } of LIMITS) {
    const asked = measured(document, by);
    const message = `The operation has a ${of} of ${asked}; at most ${limit} is allowed.`;
    if (asked > limit) throw new Refusal("LIMIT_EXCEEDED", message, { of, limit, asked });
  }
};
