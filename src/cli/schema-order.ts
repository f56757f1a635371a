import { Role } from "../auth/role.js";
import { namesOf } from "../domain/enumeration.js";
import { misuse, readArguments } from "./usage.js";

export const SCHEMA_USAGE = `usage: npm run schema [-- --role ROLE], ROLE one of ${namesOf(Role).join(", ")}`;

const options = { role: { type: "string" } } as const;

const isRole = (name: string): name is Role => Object.hasOwn(Role, name);

/** @throws Refusal BAD_USER_INPUT with the usage */
export const parseSchemaOrder = (args: readonly string[]): { readonly role: Role | null } => {
  const { role } = readArguments(SCHEMA_USAGE, { args: [...args], options }).values;
  if (role === undefined) return { role: null };
  if (isRole(role)) return { role };
  throw misuse(SCHEMA_USAGE, `--role "${role}" is no role.`);
};
