import { type GraphQLSchema, getNamedType, isEnumType, isInputObjectType } from "graphql";
import { mayCall } from "../../auth/authority.js";
import type { Policy } from "../../auth/policy.js";
import type { Role } from "../../auth/role.js";
import type { Use } from "../../auth/use.js";
import { code, ROLES, roleTable } from "./table.js";

/** What a type of input is for, told by its name as the schema forms it. */
const USES: readonly (readonly [RegExp, Use])[] = [
  [/OrderField$/, "order"],
  [/^StatisticsDimension$/, "group"],
  [/^StatisticsMeasure$/, "aggregate"],
  [/Filter$/, "filter"],
  [/Input$/, "write"],
];

interface Asked {
  readonly coordinate: string;
  readonly use: Use;
  /** The roles that have an operation to use it in. */
  readonly roles: readonly Role[];
}

/** Who may call a mutation that takes the input; filters and orders are for whoever may ask. */
const rolesFor = (schema: GraphQLSchema, type: string, use: Use): readonly Role[] => {
  if (use !== "write") return ROLES;
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  const taking = mutations.filter(({ args }) => args.some((argument) => getNamedType(argument.type).name === type));
  return ROLES.filter((role) => taking.some(({ name }) => mayCall(role, name)));
};

const askedIn = (schema: GraphQLSchema): Asked[] =>
  Object.values(schema.getTypeMap()).flatMap((type) => {
    const use = USES.find(([name]) => name.test(type.name))?.[1];
    if (use === undefined || !(isInputObjectType(type) || isEnumType(type))) return [];
    const names = isEnumType(type) ? type.getValues().map(({ name }) => name) : Object.keys(type.getFields());
    const roles = rolesFor(schema, type.name, use);
    return names.map((name) => ({ coordinate: `${type.name}.${name}`, use, roles }));
  });

/** What not every role that asks may filter by, order by or write: a value that may not be read cannot be used. */
export const inputsTable = (schema: GraphQLSchema, policy: Policy): string =>
  roleTable(
    ["field", "use", "grade"],
    askedIn(schema)
      .filter(({ coordinate, use, roles }) => !roles.every((role) => policy.allows(role, coordinate, use)))
      .sort((a, b) => a.coordinate.localeCompare(b.coordinate, "en"))
      .map(({ coordinate, use, roles }) => ({
        cells: [code(coordinate), use, policy.gradeOf(coordinate)],
        of: (role) => (roles.includes(role) && policy.allows(role, coordinate, use) ? "✓" : "–"),
      })),
  );
