import type { GraphQLScalarType } from "graphql";
import { type ClassType, Field, ID, InputType } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { Role } from "../../auth/role.js";
import { Use } from "../../auth/use.js";
import { AccessExit, AccessOutcome } from "../../domain/access-event.js";
import { CategoryCode } from "../../domain/category-code.js";
import { CreditRating, RiskClass } from "../../domain/credit.js";
import { CustomerKind, CustomerStatus, Importance } from "../../domain/customer.js";
import { Disclosure } from "../../domain/disclosure.js";
import { Grade } from "../../domain/grade.js";
import { RecordStatus } from "../../domain/record.js";
import { Channel, Purpose } from "../../domain/source.js";
import { Priority, TaskCause, TaskStatus, VerificationMethod } from "../../domain/task.js";
import { DateScalar, DateTimeScalar, DecimalScalar } from "../scalars.js";

/** The operators of a filter, each with what it compares against. An operator given null is refused: use isNull. */
export interface Operators {
  eq?: unknown;
  ne?: unknown;
  in?: unknown[] | null;
  nin?: unknown[] | null;
  lt?: unknown;
  lte?: unknown;
  gt?: unknown;
  gte?: unknown;
  startsWith?: string | null;
  isNull?: boolean | null;
}

type Leaf = GraphQLScalarType | object | StringConstructor | BooleanConstructor;

const DESCRIPTIONS = {
  eq: "Equal to.",
  ne: "Other than; null counts as other.",
  in: "One of.",
  nin: "None of; null counts as none of them.",
  lt: "Less than.",
  lte: "Less than or equal to.",
  gt: "Greater than.",
  gte: "Greater than or equal to.",
  startsWith: "Starts with exactly these characters.",
  isNull: "Whether it is absent.",
} as const satisfies Record<keyof Operators, string>;

const declare = (target: object, operator: keyof Operators, type: () => unknown): void => {
  Field(type as () => StringConstructor, { nullable: true, description: DESCRIPTIONS[operator] })(target, operator);
  Classified(Grade.CARRIED)(target, operator);
};

/** An input type offering the operators that make sense for a leaf: the field that carries it is what is classified. */
const operatorsOf = (name: string, leaf: Leaf, ...more: (keyof Operators)[]): ClassType<Operators> => {
  @InputType(`${name}Filter`, { description: `Conditions on a value of type ${name}; all that are given must hold.` })
  class TypedOperators implements Operators {}
  for (const operator of ["eq", "ne", ...more] as const) declare(TypedOperators.prototype, operator, () => leaf);
  for (const operator of ["in", "nin"] as const) declare(TypedOperators.prototype, operator, () => [leaf]);
  declare(TypedOperators.prototype, "isNull", () => Boolean);
  return TypedOperators;
};

@InputType({
  description:
    "Identity numbers and accounts to look for. They are stored encrypted: what is equal is found, whatever its width, case, blanks and hyphens, and nothing else can be asked. A restricted record is not found by it (SP4).",
})
export class IdentifierFilter implements Operators {
  @Field(() => String, { nullable: true, description: DESCRIPTIONS.eq })
  @Classified(Grade.CARRIED)
  eq?: string | null;

  @Field(() => [String], { nullable: true, description: DESCRIPTIONS.in })
  @Classified(Grade.CARRIED)
  in?: string[] | null;
}

const ORDERED = ["lt", "lte", "gt", "gte"] as const;

export const IdFilter = operatorsOf("Id", ID);
export const StringFilter = operatorsOf("String", String, ...ORDERED, "startsWith");
export const BooleanFilter = operatorsOf("Boolean", Boolean);
export const DateFilter = operatorsOf("Date", DateScalar, ...ORDERED);
export const DateTimeFilter = operatorsOf("DateTime", DateTimeScalar, ...ORDERED);
export const DecimalFilter = operatorsOf("Decimal", DecimalScalar, ...ORDERED);
export const AccessExitFilter = operatorsOf("AccessExit", AccessExit);
export const AccessOutcomeFilter = operatorsOf("AccessOutcome", AccessOutcome);
export const CategoryCodeFilter = operatorsOf("CategoryCode", CategoryCode);
export const ChannelFilter = operatorsOf("Channel", Channel);
export const CreditRatingFilter = operatorsOf("CreditRating", CreditRating, ...ORDERED);
export const CustomerKindFilter = operatorsOf("CustomerKind", CustomerKind);
export const CustomerStatusFilter = operatorsOf("CustomerStatus", CustomerStatus);
export const DisclosureFilter = operatorsOf("Disclosure", Disclosure);
export const GradeFilter = operatorsOf("Grade", Grade);
export const ImportanceFilter = operatorsOf("Importance", Importance);
export const PriorityFilter = operatorsOf("Priority", Priority, ...ORDERED);
export const PurposeFilter = operatorsOf("Purpose", Purpose);
export const RecordStatusFilter = operatorsOf("RecordStatus", RecordStatus);
export const RiskClassFilter = operatorsOf("RiskClass", RiskClass, ...ORDERED);
export const RoleFilter = operatorsOf("Role", Role);
export const TaskCauseFilter = operatorsOf("TaskCause", TaskCause);
export const TaskStatusFilter = operatorsOf("TaskStatus", TaskStatus);
export const UseFilter = operatorsOf("Use", Use);
export const VerificationMethodFilter = operatorsOf("VerificationMethod", VerificationMethod);
