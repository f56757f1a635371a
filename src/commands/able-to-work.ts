import { mayCall } from "../auth/authority.js";
import type { Role } from "../auth/role.js";
import { ROW_SCOPE } from "../auth/scope.js";
import { Refusal } from "../domain/refusal.js";
import type { VerificationMethod } from "../domain/task.js";

const refuse = (message: string, field: string): never => {
  throw new Refusal("BAD_USER_INPUT", message, { field });
};

export const isVerifying = (roles: readonly Role[]): boolean => roles.some((role) => mayCall(role, "claimTask"));

/**
 * Without a branch no customer exists for who works for one.
 *
 * @throws Refusal BAD_USER_INPUT naming the field
 */
export const requireBranch = (roles: readonly Role[], hasBranch: boolean, field: string, remedy: string): void => {
  const role = roles.find((each) => ROW_SCOPE[each] === "BRANCH");
  if (role !== undefined && !hasBranch)
    refuse(`A ${role} works for one branch and sees nothing without: ${remedy}`, field);
};

/**
 * Whoever is trained in no method can claim no task (SP9).
 *
 * @throws Refusal BAD_USER_INPUT naming the field
 */
export const requireQualification = (roles: readonly Role[], trained: readonly VerificationMethod[]): void => {
  if (isVerifying(roles) && trained.length === 0)
    refuse("Who verifies is trained in a method, and claims no task without: name at least one.", "qualifications");
};
