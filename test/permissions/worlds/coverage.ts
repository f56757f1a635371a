import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  parseType,
  typeFromAST,
} from "graphql";
import { cellOf, MAY_ASK, MAY_CALL, rowsOf } from "../oracle/policy.js";
import { FILTERABLE, ORDERABLE, REPORTED } from "../oracle/uses.js";
import { INPUTS } from "./mutations.js";
import { allParts, type Given, type Operation } from "./operation.js";

/** What operations may be made with, each of which a run has to have had. */
export const FEATURES = [
  "alias",
  "argument written out",
  "argument in a variable",
  "fragment written out",
  "fragment by name",
  "@skip",
  "@include",
  "filter and",
  "filter or",
  "filter not",
  "filter through a relation",
  "orderBy",
  "search",
  "second page",
  "totalCount",
  "edges",
  "node",
  "nodes",
  "asOf",
  "x-disclosure: strict",
  "report",
  "report as CSV",
  "mutation",
  "introspection",
] as const;
export type Feature = (typeof FEATURES)[number];

const GRADE = new Map([...FILTERABLE, ...ORDERABLE, ...REPORTED].map((one) => [`${one.type}.${one.name}`, one.grade]));

/** The graded inputs that a value uses. */
const usesIn = (schema: GraphQLSchema, type: string, value: unknown): string[] => {
  const named = getNamedType(typeFromAST(schema, parseType(type) as never));
  if (Array.isArray(value)) return value.flatMap((each) => usesIn(schema, String(named), each));
  if (isEnumType(named)) return [`${named.name}.${value}`];
  if (!isInputObjectType(named) || typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const field = named.getFields()[name];
    return field ? [`${named.name}.${name}`, ...usesIn(schema, String(getNamedType(field.type)), inner)] : [];
  });
};

const filterFeatures = ({ name, value }: Given): Feature[] => {
  if (name !== "filter") return [];
  const text = JSON.stringify(value);
  const has = (key: string, feature: Feature): Feature[] => (text.includes(`"${key}":`) ? [feature] : []);
  return [
    ...has("and", "filter and"),
    ...has("or", "filter or"),
    ...has("not", "filter not"),
    ...has("customer", "filter through a relation"),
  ];
};

const NAMED: ReadonlySet<string> = new Set(["orderBy", "search", "asOf"]);
const FIELD: ReadonlySet<string> = new Set(["totalCount", "edges", "node", "nodes"]);

const featuresOf = ({ kind, parts, strict, csv }: Operation): Feature[] =>
  [
    ...(kind === "mutation" ? ["mutation"] : []),
    ...(strict ? ["x-disclosure: strict"] : []),
    ...(csv ? ["report as CSV"] : []),
    ...allParts(parts).flatMap(({ field, alias, given, fragment, when }) => [
      ...(alias ? ["alias"] : []),
      ...(field === "archiveStatistics" ? ["report"] : []),
      ...(FIELD.has(field) ? [field] : []),
      ...(fragment === "INLINE" ? ["fragment written out"] : fragment ? ["fragment by name"] : []),
      ...(when ? [`@${when.directive}`] : []),
      ...given.flatMap((each) => [
        each.inVariable ? "argument in a variable" : "argument written out",
        ...(NAMED.has(each.name) ? [each.name] : []),
        ...filterFeatures(each),
      ]),
    ]),
  ] as Feature[];

/** Every field of an object type that a role can come to, by what it may ask and call. */
const reachable = (schema: GraphQLSchema, role: string): Set<string> => {
  const found = new Set<string>();
  const types = new Set<string>();
  const enter = (name: string): void => {
    const type = schema.getType(name);
    if (types.has(name)) return;
    types.add(name);
    if (isAbstractType(type)) for (const each of schema.getPossibleTypes(type)) enter(each.name);
    if (!isObjectType(type)) return;
    for (const field of Object.values(type.getFields())) {
      if (name === "Query" && !(MAY_ASK[field.name]?.includes(role) ?? true)) continue;
      if (name === "Mutation" && !(field.name in INPUTS && MAY_CALL[field.name]?.includes(role))) continue;
      found.add(`${name}.${field.name}`);
      enter(getNamedType(field.type).name);
    }
  };
  enter("Query");
  enter("Mutation");
  return found;
};

/** The input types and enums that what a role may ask takes. */
const reachableInputs = (schema: GraphQLSchema, role: string): Set<string> => {
  const found = new Set<string>();
  const enter = (type: GraphQLInputType): void => {
    const named = getNamedType(type);
    if (found.has(named.name)) return;
    found.add(named.name);
    if (isInputObjectType(named)) for (const field of Object.values(named.getFields())) enter(field.type);
  };
  for (const coordinate of reachable(schema, role)) {
    const [type = "", field = ""] = coordinate.split(".");
    const owner = schema.getType(type);
    if (isObjectType(owner)) for (const argument of owner.getFields()[field]?.args ?? []) enter(argument.type);
  }
  return found;
};

/** What was asked of somebody's two worlds, so that nobody takes a run that asked nothing for a proof. */
export class Coverage {
  readonly coordinates = new Set<string>();
  readonly uses = new Set<string>();
  readonly features = new Set<Feature>();
  /** How often each outcome was: ANSWERED or the code of the refusal. */
  readonly outcomes = new Map<string, number>();
  operations = 0;
  requests = 0;
  withRows = 0;

  constructor(private readonly schema: GraphQLSchema) {}

  add(operation: Operation, outcome: string, hasRows: boolean): void {
    this.operations += 1;
    this.outcome(outcome);
    for (const feature of featuresOf(operation)) this.features.add(feature);
    for (const { type, field, given } of allParts(operation.parts)) {
      if (outcome === "ANSWERED") this.coordinates.add(`${type}.${field}`);
      for (const { type: of, value } of given)
        for (const use of usesIn(this.schema, of, value)) if (GRADE.has(use)) this.uses.add(use);
    }
    if (outcome === "ANSWERED" && hasRows) this.withRows += 1;
  }

  outcome(outcome: string): void {
    this.requests += 1;
    this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
  }

  met(name: string): boolean {
    return this.coordinates.has(name) || this.uses.has(name);
  }

  /** What the role could have come to and did not; uses that are open to it, and that are refused. */
  missed(role: string) {
    const missing = (wanted: Iterable<string>, had: ReadonlySet<string>) =>
      [...wanted].filter((each) => !had.has(each));
    const asked = reachableInputs(this.schema, role);
    const uses = missing(GRADE.keys(), this.uses).filter((use) => asked.has(use.split(".")[0] ?? ""));
    const isOpen = (use: string): boolean => cellOf(role, GRADE.get(use) ?? "") === "F";
    const never = [
      ...(MAY_ASK.archiveStatistics?.includes(role) ? [] : ["report", "report as CSV"]),
      // Whoever has no rows has no page of them.
      ...(rowsOf(role) === "none" ? ["second page"] : []),
    ];
    const features = FEATURES.filter((each) => !never.includes(each));
    return {
      coordinates: missing(reachable(this.schema, role), this.coordinates),
      openUses: uses.filter(isOpen),
      closedUses: uses.filter((use) => !isOpen(use)),
      features: missing(features, this.features),
    };
  }

  get answered(): number {
    return this.outcomes.get("ANSWERED") ?? 0;
  }
}
