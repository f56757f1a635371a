import { namesOf } from "../domain/enumeration.js";
import { Role } from "./role.js";

const EVERY_ROLE: readonly Role[] = namesOf(Role);

/** Which roles may do what (product.md §4, second table). Whoever may create need not be able to read. */
export const AUTHORITY = {
  login: EVERY_ROLE,
  switchRole: EVERY_ROLE,
  logout: EVERY_ROLE,
  registerCustomer: ["COLLECTOR"],
  updateCustomer: ["COLLECTOR"],
  collectRegistration: ["COLLECTOR"],
  collectContact: ["COLLECTOR", "CLERK"],
  collectFinancialStatement: ["COLLECTOR"],
} as const satisfies Record<string, readonly Role[]>;

export type Mutation = keyof typeof AUTHORITY;

/** What can be done without having signed in. */
export const OPEN_TO_ANYONE = ["login"] as const satisfies Mutation[];

export const allowedMutations = (role: Role): Mutation[] =>
  (Object.keys(AUTHORITY) as Mutation[]).filter((mutation) => AUTHORITY[mutation].some((allowed) => allowed === role));

/** Whether a role may call a mutation; one that does not exist is nobody's to call. */
export const mayCall = (role: Role, mutation: string): boolean =>
  Object.hasOwn(AUTHORITY, mutation) && AUTHORITY[mutation as Mutation].some((allowed) => allowed === role);

/** The roles of the account that sets up all others. */
export const FIRST_ACCOUNT_ROLES = ["ADMIN"] as const satisfies Role[];
