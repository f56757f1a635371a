import { astFromValue, type GraphQLInputType, type GraphQLSchema, parseType, print, typeFromAST } from "graphql";
import type { Request } from "./two-archives.js";

/** An argument with its value, which stands in the document or in a variable. */
export interface Given {
  readonly name: string;
  /** As the schema writes it. */
  readonly type: string;
  readonly value: unknown;
  readonly inVariable: boolean;
}

/** A field of a selection. */
export interface Part {
  /** The type it is selected on. */
  readonly type: string;
  readonly field: string;
  readonly alias?: string | undefined;
  readonly given: readonly Given[];
  /** Within a fragment on its type, written out or by name. */
  readonly fragment?: "INLINE" | "NAMED" | undefined;
  readonly when?: { readonly directive: "skip" | "include"; readonly value: boolean } | undefined;
  readonly below?: readonly Part[] | undefined;
}

/** A generated operation. */
export interface Operation {
  readonly kind: "query" | "mutation";
  readonly parts: readonly Part[];
  /** `x-disclosure: strict`. */
  readonly strict: boolean;
  /** As a registered report, answered as a table. */
  readonly csv: boolean;
}

const inputType = (schema: GraphQLSchema, type: string): GraphQLInputType => {
  const found = typeFromAST(schema, parseType(type) as never) as GraphQLInputType | undefined;
  if (found === undefined) throw new Error(`there is no ${type}`);
  return found;
};

/** Writes a document down as it goes over the parts. */
class Writer {
  readonly variables: Record<string, unknown> = {};
  readonly #definitions: string[] = [];
  readonly #fragments: string[] = [];

  constructor(private readonly schema: GraphQLSchema) {}

  document({ kind, parts }: Operation, name: string): string {
    const body = this.#selection(parts);
    const variables = this.#definitions.length > 0 ? `(${this.#definitions.join(", ")})` : "";
    return [`${kind} ${name}${variables} ${body}`, ...this.#fragments].join("\n");
  }

  #selection(parts: readonly Part[]): string {
    return `{ ${parts.map((part) => this.#fragment(part)).join(" ")} }`;
  }

  #fragment(part: Part): string {
    const field = this.#field(part);
    if (part.fragment === undefined) return field;
    if (part.fragment === "INLINE") return `... on ${part.type} { ${field} }`;
    const name = `F${this.#fragments.length}`;
    this.#fragments.push(`fragment ${name} on ${part.type} { ${field} }`);
    return `...${name}`;
  }

  #field({ field, alias, given, when, below }: Part): string {
    const args = given.length > 0 ? `(${given.map((each) => this.#argument(each)).join(", ")})` : "";
    const condition = when ? ` @${when.directive}(if: $${this.#variable("Boolean!", when.value)})` : "";
    const name = alias === undefined ? field : `${alias}: ${field}`;
    return `${name}${args}${condition}${below ? ` ${this.#selection(below)}` : ""}`;
  }

  #argument({ name, type, value, inVariable }: Given): string {
    if (inVariable) return `${name}: $${this.#variable(type, value)}`;
    const literal = astFromValue(value, inputType(this.schema, type));
    return `${name}: ${literal ? print(literal) : "null"}`;
  }

  #variable(type: string, value: unknown): string {
    const name = `v${this.#definitions.length}`;
    this.#definitions.push(`$${name}: ${type}`);
    this.variables[name] = value;
    return name;
  }
}

export const written = (schema: GraphQLSchema, operation: Operation, name: string): Request => {
  const writer = new Writer(schema);
  const query = writer.document(operation, name);
  const headers: Record<string, string> = operation.strict ? { "x-disclosure": "strict" } : {};
  return { query, variables: writer.variables, headers, csv: operation.csv };
};

/** Every part, however deep. */
export const allParts = (parts: readonly Part[]): Part[] =>
  parts.flatMap((part) => [part, ...allParts(part.below ?? [])]);

const without = <T>(list: readonly T[], index: number): T[] => [...list.slice(0, index), ...list.slice(index + 1)];
const instead = <T>(list: readonly T[], index: number, by: T): T[] => list.map((each, i) => (i === index ? by : each));

const plainer = function* (part: Part): Generator<Part> {
  const { when, fragment, alias, given, below } = part;
  if (when) yield { ...part, when: undefined };
  for (const [index, each] of given.entries()) {
    yield { ...part, given: without(given, index) };
    if (each.inVariable) yield { ...part, given: instead(given, index, { ...each, inVariable: false }) };
  }
  if (below) for (const fewer of smallerParts(below)) yield { ...part, below: fewer };
  if (fragment === "NAMED") yield { ...part, fragment: "INLINE" };
  if (alias !== undefined && fragment === undefined && given.length === 0) yield { ...part, alias: undefined };
};

/** Lists of parts that are a little less: one part away, or one of them plainer. */
const smallerParts = function* (parts: readonly Part[]): Generator<Part[]> {
  if (parts.length > 1) for (const index of parts.keys()) yield without(parts, index);
  for (const [index, part] of parts.entries()) for (const each of plainer(part)) yield instead(parts, index, each);
};

/** Operations that are a little less than one, for a failing case to be told by its smallest. */
export const smaller = function* (operation: Operation): Generator<Operation> {
  if (operation.strict) yield { ...operation, strict: false };
  for (const parts of smallerParts(operation.parts)) yield { ...operation, parts };
};
