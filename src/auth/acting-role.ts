import { Refusal } from "../domain/refusal.js";
import type { Role } from "./role.js";

/**
 * The one role to act in, of those held: the one asked for, or the only one.
 *
 * @param place where it is asked for, named to whoever has to
 * @throws Refusal BAD_USER_INPUT when several are held and none is named; FORBIDDEN for one not held
 */
export const actingRole = (held: readonly Role[], asked: Role | null | undefined, place: string): Role => {
  const [only, ...others] = held;
  const role = asked ?? (others.length === 0 ? only : undefined);
  if (role === undefined) {
    const which = held.join(", ");
    throw new Refusal("BAD_USER_INPUT", `You act in one role at a time: name one of ${which} in ${place}.`, {
      field: place,
    });
  }
  if (held.includes(role)) return role;
  throw new Refusal("FORBIDDEN", `Your account does not hold this role; it holds ${held.join(", ")}.`, {
    field: place,
  });
};
