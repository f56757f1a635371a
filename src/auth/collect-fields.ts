import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import type { Categories } from "./ceiling.js";

/** An operation, as the walk over it needs to know it. */
export interface Operation {
  readonly schema: GraphQLSchema;
  readonly definition: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Values of the Boolean variables that `@skip` and `@include` depend on. */
  readonly conditions: Readonly<Record<string, unknown>>;
  /** The category a concrete type holds, where it holds just one. */
  categoryOf(type: string): Categories | undefined;
}

const wanted = (operation: Operation, node: SelectionSetNode["selections"][number]): boolean =>
  getDirectiveValues(GraphQLSkipDirective, node, operation.conditions)?.if !== true &&
  getDirectiveValues(GraphQLIncludeDirective, node, operation.conditions)?.if !== false;

/** The fields a selection asks of one concrete type, grouped by response key (GraphQL 6.3.2, CollectFields). */
export const collectFields = (
  operation: Operation,
  type: GraphQLObjectType,
  selectionSet: SelectionSetNode,
  into: Map<string, FieldNode[]>,
  visited: Set<string>,
): void => {
  for (const node of selectionSet.selections) {
    if (!wanted(operation, node)) continue;
    if (node.kind === "Field") {
      const key = node.alias?.value ?? node.name.value;
      into.set(key, [...(into.get(key) ?? []), node]);
      continue;
    }
    // Once is enough: fragments that spread each other twice would double the work at every step.
    if (node.kind === "FragmentSpread" && visited.has(node.name.value)) continue;
    if (node.kind === "FragmentSpread") visited.add(node.name.value);
    const fragment = node.kind === "FragmentSpread" ? operation.fragments[node.name.value] : node;
    if (fragment === undefined) continue;
    const condition = fragment.typeCondition?.name.value ?? type.name;
    if (applies(operation, condition, type)) collectFields(operation, type, fragment.selectionSet, into, visited);
  }
};

const applies = ({ schema }: Operation, condition: string, type: GraphQLObjectType): boolean => {
  const conditional = schema.getType(condition);
  if (conditional === type) return true;
  return conditional !== undefined && isAbstractType(conditional) && schema.isSubType(conditional, type);
};
