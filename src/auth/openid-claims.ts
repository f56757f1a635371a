import type { JWTPayload } from "jose";
import type { Role } from "./role.js";

/** Which claims of a provider's tokens mean what. */
export interface ClaimMapping {
  /** Holds what an account is linked to. */
  readonly accountClaim: string;
  /** Null: the account's roles count as they are. Else only those the token names, too. */
  readonly roles: { readonly claim: string; readonly map: ReadonlyMap<string, Role> } | null;
}

/** What a provider's token says: whom it is about, and in which roles at most. */
export interface OutsideClaims {
  readonly subject: string;
  readonly roles: readonly Role[] | null;
}

/** The form of a subject: what can be stored and compared. */
export const isSubject = (text: unknown): text is string =>
  typeof text === "string" && text.length <= 255 && text.trim() !== "" && !text.includes("\0");

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const own = (value: unknown, name: string): unknown =>
  isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;

/** A claim by its name, which may hold dots (`https://example.com/roles`), or by its path (`realm_access.roles`). */
const claimOf = (payload: JWTPayload, name: string): unknown =>
  own(payload, name) ?? name.split(".").reduce<unknown>(own, payload);

/** A list of names, or one text with spaces between them, as in `scope`. */
const namesIn = (claim: unknown): readonly unknown[] => {
  if (typeof claim === "string") return claim.split(" ");
  return Array.isArray(claim) ? claim : [];
};

const rolesIn = (payload: JWTPayload, { claim, map }: NonNullable<ClaimMapping["roles"]>): Role[] => {
  const named = namesIn(claimOf(payload, claim)).flatMap((name) => map.get(String(name)) ?? []);
  return [...new Set(named)];
};

/** Null when the token is about nobody. A token without the claim of roles names none. */
export const readClaims = (payload: JWTPayload, { accountClaim, roles }: ClaimMapping): OutsideClaims | null => {
  const subject = claimOf(payload, accountClaim);
  if (!isSubject(subject)) return null;
  return { subject, roles: roles === null ? null : rolesIn(payload, roles) };
};
