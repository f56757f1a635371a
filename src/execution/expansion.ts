import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

interface Counting {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  left: number;
}

const typesOf = ({ schema }: Counting, type: unknown) => {
  if (isObjectType(type)) return [type];
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
};

/** What a selection selects of an object type: the type and the fields below it. */
const below = (counting: Counting, parent: GraphQLCompositeType, selection: SelectionNode) => {
  if (selection.kind === Kind.FIELD) {
    counting.left -= 1;
    const field = "getFields" in parent ? parent.getFields()[selection.name.value] : undefined;
    return { type: field && getNamedType(field.type), set: selection.selectionSet };
  }
  const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? counting.fragments.get(selection.name.value) : selection;
  const condition = fragment?.typeCondition && counting.schema.getType(fragment.typeCondition.name.value);
  const applies = condition === undefined || typesOf(counting, condition).some((type) => type === parent);
  return { type: parent, set: applies ? fragment?.selectionSet : undefined };
};

const count = (counting: Counting, type: GraphQLCompositeType, set: SelectionSetNode): void => {
  for (const each of typesOf(counting, type)) {
    for (const selection of set.selections) {
      if (counting.left < 0) return;
      const inner = below(counting, each, selection);
      if (inner.set !== undefined && isCompositeType(inner.type)) count(counting, inner.type, inner.set);
    }
  }
};

/** Whether an operation, written out once for every type behind every interface, has more fields than a limit. */
export const expandsBeyond = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
  limit: number,
): boolean => {
  const definition = getOperationAST(document, operationName);
  const root = definition && schema.getRootType(definition.operation);
  if (definition == null || root == null) return false;
  const named = document.definitions.flatMap((node) =>
    node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
  );
  const counting: Counting = { schema, fragments: new Map(named), left: limit };
  count(counting, root, definition.selectionSet);
  return counting.left < 0;
};
