import { parseArgs } from "node:util";
import { Role } from "../auth/role.js";
import { namesOf } from "../domain/enumeration.js";
import { Refusal } from "../domain/refusal.js";

const USAGE = `usage: npm run schema [-- --role ROLE], ROLE one of ${namesOf(Role).join(", ")}`;

const options = { role: { type: "string" } } as const;

const isRole = (name: string): name is Role => Object.hasOwn(Role, name);

/** @throws Refusal BAD_USER_INPUT with the usage */
export const parseSchemaOrder = (args: readonly string[]): { readonly role: Role | null } => {
  try {
    const { role } = parseArgs({ args: [...args], options }).values;
    if (role === undefined) return { role: null };
    if (isRole(role)) return { role };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new Refusal("BAD_USER_INPUT", USAGE);
};
