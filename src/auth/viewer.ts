import type { Role } from "./role.js";

/** Who asks, in the one role they act in. Read from the database per request, never trusted from the token. */
export interface Viewer {
  readonly accountId: string;
  /** Null: a token of an identity provider, which no sign-in here stands behind. */
  readonly sessionId: string | null;
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  readonly roles: readonly Role[];
  readonly branchId: string | null;
}

/** The process itself: chores, importing, seeding. Never reachable from a request. */
export const SYSTEM = Symbol("SYSTEM");

/** Nobody signed in: sees nothing but the way to sign in. */
export const ANONYMOUS = Symbol("ANONYMOUS");

/** The process at its door: recognising who asks, signing in and out, finding registered operations. Knows accounts, no customers. */
export const GATE = Symbol("GATE");

export type Principal = Viewer | typeof SYSTEM | typeof GATE | typeof ANONYMOUS;

export const isViewer = (principal: Principal): principal is Viewer => typeof principal === "object";
