import { AUTHORITY, QUERY_AUTHORITY } from "../../../src/auth/authority.js";
import { FIELD_CEILING } from "../../../src/auth/ceiling.js";
import type { Coordinate } from "../../../src/auth/classification.js";
import type { Classification } from "../../../src/auth/classified.js";
import { CLEARANCE } from "../../../src/auth/clearance.js";
import type { Policy } from "../../../src/auth/policy.js";
import { Role } from "../../../src/auth/role.js";
import { REPORT_SCOPE, ROW_SCOPE } from "../../../src/auth/scope.js";
import { INFORMATION_CATEGORIES } from "../../../src/domain/category.js";
import { namesOf } from "../../../src/domain/enumeration.js";
import { type ClearedGrade, Grade } from "../../../src/domain/grade.js";

export const KINDS = [
  "clearance",
  "classification",
  "mask",
  "authority",
  "query authority",
  "row scope",
  "report scope",
  "ceiling",
  "field ceiling",
] as const;

export type Kind = (typeof KINDS)[number];

/** The policy with one word of it changed. */
export interface Mutant {
  readonly kind: Kind;
  readonly name: string;
  /** What the word stands at: a coordinate, a role, a mutation … */
  readonly at: readonly string[];
  /** Changes the tables of this process. Answers how to undo it. */
  apply(): () => void;
}

const ROLES = namesOf(Role);
const GRADES = namesOf(Grade);
const CLEARED = Object.keys(CLEARANCE.CLERK) as ClearedGrade[];
const CELLS = ["F", "M", "T/M", "T/-", "-"];
const ROWS = ["ALL", "BRANCH", "NONE"];

/** Tables are constants to the compiler only. */
const set = (table: object, key: string, value: unknown) => (): (() => void) => {
  const cells = table as Record<string, unknown>;
  const before = { ...cells };
  if (value === undefined) delete cells[key];
  else cells[key] = value;
  return () => {
    // In their order, too: answers name texts in it.
    for (const each of Object.keys(cells)) delete cells[each];
    Object.assign(cells, before);
  };
};

const cells = (
  kind: Kind,
  table: object,
  key: string,
  at: readonly string[],
  others: readonly unknown[],
  where: string,
): Mutant[] => {
  const is = (table as Record<string, unknown>)[key];
  return others
    .filter((value) => value !== is)
    .map((value) => ({
      kind,
      name: `${where}: ${is} → ${value ?? "nothing"}`,
      at: [...at, String(value)],
      apply: set(table, key, value),
    }));
};

const clearances = (): Mutant[] =>
  ROLES.flatMap((role) =>
    CLEARED.flatMap((grade) => cells("clearance", CLEARANCE[role], grade, [role, grade], CELLS, `${role} ${grade}`)),
  );

const scopes = (kind: "row scope" | "report scope", table: object): Mutant[] =>
  ROLES.flatMap((role) => cells(kind, table, role, [role], ROWS, role));

const ceilings = (): Mutant[] =>
  Object.entries(INFORMATION_CATEGORIES).flatMap(([category, facts]) =>
    cells("ceiling", facts, "ceiling", [category], CLEARED, category),
  );

const fieldCeilings = (): Mutant[] =>
  Object.entries(FIELD_CEILING).flatMap(([category, fields]) =>
    Object.keys(fields).flatMap((field) =>
      cells("field ceiling", fields, field, [category, field], [...CLEARED, undefined], `${category}.${field}`),
    ),
  );

/** Each role let in where it is not, and kept out where it is. */
const authorities = (
  kind: "authority" | "query authority",
  table: Readonly<Record<string, readonly Role[]>>,
): Mutant[] =>
  Object.entries(table).flatMap(([field, roles]) =>
    ROLES.map((role) => {
      const others = roles.includes(role) ? roles.filter((each) => each !== role) : [...roles, role];
      const name = `${field}: ${roles.includes(role) ? "not " : ""}${role}`;
      return { kind, name, at: [field, role], apply: set(table, field, others) };
    }),
  );

const ofCoordinate = (policy: Policy, coordinate: Coordinate, is: Classification): Mutant[] => {
  const known = policy.classification as Map<Coordinate, Classification>;
  const changed = (to: Classification) => () => {
    known.set(coordinate, to);
    return () => void known.set(coordinate, is);
  };
  const grades = GRADES.filter((grade) => grade !== is.grade).map(
    (grade): Mutant => ({
      kind: "classification",
      name: `${coordinate}: ${is.grade} → ${grade}`,
      at: [coordinate, grade],
      apply: changed({ ...is, grade }),
    }),
  );
  const unmasked: Mutant = {
    kind: "mask",
    name: `${coordinate}: no mask`,
    at: [coordinate],
    apply: changed({ grade: is.grade }),
  };
  return is.masked ? [...grades, unmasked] : grades;
};

/** Every word of the policy, changed to every other it could be. */
export const mutantsOf = (policy: Policy): Mutant[] => [
  ...clearances(),
  ...scopes("row scope", ROW_SCOPE),
  ...scopes("report scope", REPORT_SCOPE),
  ...authorities("authority", AUTHORITY),
  ...authorities("query authority", QUERY_AUTHORITY),
  ...ceilings(),
  ...fieldCeilings(),
  ...[...policy.classification].flatMap(([coordinate, is]) => ofCoordinate(policy, coordinate, is)),
];
