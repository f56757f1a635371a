import {
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
} from "graphql";

/** How many paths there are, and how many coordinates at their ends. */
export interface Count {
  readonly paths: number;
  readonly coordinates: number;
}

type Composite = GraphQLObjectType | GraphQLInterfaceType;

const sum = (counts: readonly Count[]): Count => ({
  paths: counts.reduce((all, { paths }) => all + paths, 0),
  coordinates: counts.reduce((all, { coordinates }) => all + coordinates, 0),
});

const isLeaf = (type: GraphQLNamedType): boolean => isLeafType(type) || type.name === "Money";

const rowOf = (type: Composite): Composite => {
  const rows = type.name.endsWith("Connection") ? type.getFields().nodes : undefined;
  return rows ? (getNamedType(rows.type) as Composite) : type;
};

/**
 * Reckoned from the schema without making a single path, so that whoever makes them cannot leave any out: fields that end
 * a path, and for those that go on as many as there are from where they lead.
 */
const countedFrom = (schema: GraphQLSchema, type: Composite, more: number): Count => {
  const types = isInterfaceType(type) ? schema.getPossibleTypes(type) : [type];
  const fields = types.flatMap((each) => Object.values(each.getFields()));
  const ends = fields.filter((field) => isLeaf(getNamedType(field.type))).length;
  const further = new Map(
    fields.flatMap(({ name, type: declared }) => {
      const named = getNamedType(declared);
      return isLeaf(named) ? [] : [[name, rowOf(named as Composite)] as const];
    }),
  );
  const below = more > 0 ? [...further.values()].map((next) => countedFrom(schema, next, more - 1)) : [];
  return sum([{ paths: 1, coordinates: ends }, ...below]);
};

/** Whatever is a Node is come to by itself, and records as records. */
const kindsOf = (schema: GraphQLSchema, node: GraphQLInterfaceType): Composite[] => {
  const { interfaces, objects } = schema.getImplementations(node);
  const alone = objects.filter((type) => !interfaces.some((each) => schema.isSubType(each, type)));
  return [...interfaces, ...alone];
};

/** All paths from Query whose fields hold an object, the field of Query itself being the first of `depth`. */
export const countedFromQuery = (schema: GraphQLSchema, depth: number): Count => {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  return sum(
    roots.flatMap((root) => {
      const named = getNamedType(root.type);
      if (isLeafType(named)) return [];
      const row = rowOf(named as Composite);
      const kinds = row.name === "Node" ? kindsOf(schema, row as GraphQLInterfaceType) : [row];
      return kinds.map((kind) => countedFrom(schema, kind, depth - 1));
    }),
  );
};
