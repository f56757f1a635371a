import { type GraphQLObjectType, type GraphQLSchema, isInterfaceType, isObjectType } from "graphql";
import { ALL_CATEGORIES, type Categories } from "../../auth/ceiling.js";
import type { Policy } from "../../auth/policy.js";
import type { Role } from "../../auth/role.js";
import { INFORMATION_CATEGORIES } from "../../domain/category.js";
import { cellOf } from "./cell-of.js";
import { code, ROLES, roleTable } from "./table.js";

interface Shown {
  readonly schema: GraphQLSchema;
  readonly policy: Policy;
}

const RECORD = "InformationRecord";

const categoryOf = (type: string): Categories | undefined => {
  const found = Object.values(INFORMATION_CATEGORIES).find(({ typeName }) => typeName === type);
  return found && [found.code];
};

/** Types one can ask fields of, by name; the interface of all records stands for what they share. */
const typesOf = ({ schema }: Shown): GraphQLObjectType[] => {
  const roots = [schema.getQueryType(), schema.getMutationType()];
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) || (isInterfaceType(type) && type.name === RECORD))
    .map((type) => type as GraphQLObjectType)
    .filter((type) => !type.name.startsWith("__") && !roots.includes(type))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
};

const ownFields = ({ schema }: Shown, type: GraphQLObjectType) => {
  const record = schema.getType(RECORD);
  const shared = isInterfaceType(record) && type.getInterfaces().includes(record) ? record.getFields() : {};
  return Object.values(type.getFields()).filter(({ name }) => !(name in shared));
};

const cell = ({ policy }: Shown, role: Role, type: string, field: string): string => {
  const coordinate = `${type}.${field}`;
  const grade = policy.gradeOf(coordinate);
  const categories = categoryOf(type);
  if (grade === "RECORD" && categories === undefined) return "R";
  return grade === "CARRIED" ? "↑" : cellOf(policy.verdict(role, coordinate, categories ?? ALL_CATEGORIES));
};

const isOpenToAll = (shown: Shown, type: GraphQLObjectType): boolean =>
  ownFields(shown, type).every(({ name }) =>
    ROLES.every((role) => ["F", "↑"].includes(cell(shown, role, type.name, name))),
  );

const fieldsTable = (shown: Shown, type: GraphQLObjectType): string =>
  roleTable(
    ["field", "what it says", "grade"],
    ownFields(shown, type).map(({ name, description }) => ({
      cells: [code(name), description ?? "", shown.policy.gradeOf(`${type.name}.${name}`)],
      of: (role) => cell(shown, role, type.name, name),
    })),
  );

const section = (shown: Shown, type: GraphQLObjectType): string => {
  const also = categoryOf(type.name) ? `\nAnd what every \`${RECORD}\` has.\n` : "";
  return `### ${type.name}\n\n${type.description ?? ""}\n${also}\n${fieldsTable(shown, type)}`;
};

/** A table per type with a field that is not for everybody, and the names of all others. */
export const outputSections = (shown: Shown): string => {
  const types = typesOf(shown);
  const graded = types.filter((type) => !isOpenToAll(shown, type));
  const open = types.filter((type) => isOpenToAll(shown, type));
  const names = open.map(
    (type) =>
      `* \`${type.name}\`: ${ownFields(shown, type)
        .map(({ name }) => name)
        .join(", ")}`,
  );
  return `${graded.map((type) => section(shown, type)).join("\n\n")}

### Shown in full to every role

Of the rows that exist for it. A relation leads to rows and content that are decided where they stand.

${names.join("\n")}`;
};
