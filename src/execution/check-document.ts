import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
  visit,
} from "graphql";
import { askedBy, everyField } from "../auth/asked.js";
import { DEFAULT_PAGE } from "../db/selection/arguments.js";
import { Refusal } from "../domain/refusal.js";
import { checkCost, checkForm, type Limits, limitBehind, MOST_TOKENS, type PageSizes } from "./limits.js";
import { operationOf } from "./plans.js";

/** What is wrong with a document, and on which of its lines. */
export interface Complaint {
  readonly message: string;
  readonly line: number;
}

const isConditional = ({ name, arguments: given = [] }: DirectiveNode): boolean =>
  ["skip", "include"].includes(name.value) && given.some(({ value }) => value.kind === Kind.VARIABLE);

/** The document with everything it may ask for, whatever the variables of its conditions will be. */
const atMost = (document: DocumentNode): DocumentNode =>
  visit(document, { Directive: (node) => (isConditional(node) ? null : undefined) });

/** Rows a page names in the document; of a variable what it is when nobody gives it. */
const sizeIn = (node: FieldNode, { variableDefinitions = [] }: OperationDefinitionNode): number => {
  const argument = node.arguments?.find(({ name }) => name.value === "first" || name.value === "last");
  const given = argument?.value;
  const variable =
    given?.kind === Kind.VARIABLE
      ? variableDefinitions.find((each) => each.variable.name.value === given.name.value)?.defaultValue
      : given;
  return variable?.kind === Kind.INT ? Number(variable.value) : DEFAULT_PAGE;
};

const checkLimits = (
  schema: GraphQLSchema,
  document: DocumentNode,
  definition: OperationDefinitionNode,
  limits: Limits,
) => {
  const roots = askedBy(operationOf(schema, document, definition, {}));
  checkForm(document, roots, limits);
  const pages: PageSizes = new Map(
    [...everyField(roots)]
      .filter((field) => field.definition.args.some(({ name }) => name === "first"))
      .map(({ node }) => [node, { size: sizeIn(node, definition) }]),
  );
  checkCost(roots, pages, limits);
};

const operationsIn = ({ definitions }: DocumentNode): OperationDefinitionNode[] =>
  definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);

const lineOf = (error: GraphQLError): number => error.locations?.[0]?.line ?? 1;

/** What GraphQL gives up on is told as everywhere: by its limit. */
const complaintOf = (error: GraphQLError): Complaint => ({
  message: limitBehind(error.message)?.message ?? error.message,
  line: lineOf(error),
});

const beyondLimits = (schema: GraphQLSchema, document: DocumentNode, limits: Limits): Complaint[] => {
  const whole = atMost(document);
  return operationsIn(whole).flatMap((definition) => {
    try {
      checkLimits(schema, whole, definition, limits);
      return [];
    } catch (error) {
      if (error instanceof Refusal) return { message: error.message, line: definition.loc?.startToken.line ?? 1 };
      throw error;
    }
  });
};

const parsed = (body: string): DocumentNode | Complaint => {
  try {
    return parse(body, { maxTokens: MOST_TOKENS });
  } catch (error) {
    if (error instanceof GraphQLError) return complaintOf(error);
    throw error;
  }
};

export interface CheckedDocument {
  /** Of its operations; empty where they have none. */
  readonly names: readonly string[];
  readonly complaints: readonly Complaint[];
}

/**
 * Whether a document fits the schema and its operations the limits, before anybody asks for it. What depends on a
 * variable is measured at its default; what a role may see is decided when it runs.
 */
export const checkDocument = (schema: GraphQLSchema, body: string, limits: Limits): CheckedDocument => {
  const document = parsed(body);
  if ("message" in document) return { names: [], complaints: [document] };
  const operations = operationsIn(document);
  const names = operations.flatMap(({ name }) => name?.value ?? []);
  if (operations.length === 0) return { names, complaints: [{ message: "It holds no operation.", line: 1 }] };
  const misfits = validate(schema, document).map(complaintOf);
  return { names, complaints: misfits.length > 0 ? misfits : beyondLimits(schema, document, limits) };
};
