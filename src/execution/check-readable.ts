import { type GraphQLObjectType, type GraphQLSchema, isEnumType, isInputObjectType, isObjectType } from "graphql";
import type { Policy } from "../auth/policy.js";
import { Role } from "../auth/role.js";
import { FILTERS } from "../db/selection/filters.js";
import { LISTS } from "../db/selection/lists.js";
import type { FilterName, Shape } from "../db/selection/shape.js";
import { SHAPES } from "../db/selection/shapes/index.js";
import { namesOf } from "../domain/enumeration.js";

/** How the rows behind a type are read; undefined for what is not read from rows. */
export const shapeOf = (type: GraphQLObjectType): Shape | undefined => {
  if (type.getInterfaces().some(({ name }) => name === "InformationRecord")) return SHAPES.InformationRecord;
  if (/^(Collect\w+|AssessCredit)Payload$/.test(type.name)) return SHAPES.CollectedPayload;
  return SHAPES[type.name as keyof typeof SHAPES];
};

const isTaskBound = (policy: Policy, coordinate: string): boolean =>
  namesOf(Role).some((role) => policy.verdict(role, coordinate).level === "TASK_BOUND");

const ofType = (type: GraphQLObjectType, policy: Policy): string[] => {
  const shape = shapeOf(type);
  if (shape === undefined) return [];
  return Object.keys(type.getFields()).flatMap((name) => {
    const coordinate = `${type.name}.${name}`;
    const how = shape.fields[name];
    if (how === undefined) return `${coordinate} cannot be read`;
    const { masked, grade } = policy.classification.get(coordinate) ?? {};
    if (masked === true && !(how.kind === "leaf" && how.mask)) return `${coordinate} has no mask`;
    // Whoever is told that work opens it would wait for it in vain.
    if (shape.bound === undefined && isTaskBound(policy, coordinate)) return `${coordinate} is bound to no work`;
    const inClear = grade === "IDENTITY" && !(how.kind === "leaf" && how.encrypted);
    return inClear ? `${coordinate} is of grade IDENTITY and not stored encrypted` : [];
  });
};

const COMBINING = new Set(["and", "or", "not"]);

const ofFilter = (name: string, fields: readonly string[]): string[] => {
  if (!(name in FILTERS)) return [];
  const known = FILTERS[name as FilterName];
  return fields.flatMap((field) => (COMBINING.has(field) || field in known ? [] : `${name}.${field} filters nothing`));
};

const ORDERED = new Set(Object.values(LISTS).flatMap(({ orders }) => Object.keys(orders)));

/**
 * Whatever the schema offers can be read, masked, filtered and ordered by: a gap is found here, not by whoever asks.
 *
 * @throws Error naming every gap: the process does not start with one
 */
export const checkReadable = (schema: GraphQLSchema, policy: Policy): void => {
  const gaps = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (isObjectType(type)) return ofType(type, policy);
    if (isInputObjectType(type)) return ofFilter(type.name, Object.keys(type.getFields()));
    if (!isEnumType(type) || !type.name.endsWith("OrderField")) return [];
    return type.getValues().flatMap(({ name }) => (ORDERED.has(name) ? [] : `${type.name}.${name} orders nothing`));
  });
  if (gaps.length > 0) throw new Error(gaps.join("; "));
};
