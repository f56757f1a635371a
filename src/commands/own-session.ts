import type { Viewer } from "../auth/viewer.js";
import { Refusal } from "../domain/refusal.js";

/**
 * The sign-in one acts by.
 *
 * @throws Refusal BAD_USER_INPUT where an identity provider vouches for one: there is none here
 */
export const ownSession = ({ sessionId }: Viewer): string => {
  if (sessionId !== null) return sessionId;
  throw new Refusal(
    "BAD_USER_INPUT",
    "An identity provider vouches for you: sign out there; another role is named in x-acting-role.",
  );
};
