import { decodeJwt, errors, type JWTVerifyGetKey, jwtVerify } from "jose";
import { LRUCache } from "lru-cache";
import { Refusal } from "../domain/refusal.js";
import { type ClaimMapping, type OutsideClaims, readClaims } from "./openid-claims.js";
import { type KeySource, openIdKeys } from "./openid-keys.js";
import { expiredToken, invalidToken } from "./token.js";

/** An OpenID provider whose tokens are taken. */
export interface OpenIdSettings extends ClaimMapping {
  readonly issuer: string;
  readonly audience: string;
}

export interface OpenIdProvider {
  readonly issuer: string;
  /** Whether a token says it is the provider's; whether it is, `read` finds out. */
  claims(token: string): boolean;
  /** @throws Refusal UNAUTHENTICATED, telling expired from invalid and quoting nothing; UNAVAILABLE */
  read(token: string, now: Date): Promise<OutsideClaims>;
}

/** Signed with a private key nobody but the provider has; a shared secret (HS256) or no signature is none. */
const ALGORITHMS = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
  "Ed25519",
];
/** Access tokens (RFC 9068) and id tokens; not the logout tokens of the same provider. */
const TYPES = new Set(["jwt", "at+jwt", "application/jwt", "application/at+jwt"]);
/** Clocks of two machines. */
const TOLERANCE_S = 30;
/** A signature is checked once a minute: a key withdrawn meanwhile is believed that much longer. */
const CHECKED_FOR_MS = 60_000;
const CHECKED = 5_000;

interface Checked {
  readonly claims: OutsideClaims;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

const issuerOf = (token: string): unknown => {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
};

const refused = (error: unknown): Refusal => {
  if (error instanceof Refusal) return error;
  return error instanceof errors.JWTExpired ? expiredToken() : invalidToken();
};

const check = async (settings: OpenIdSettings, keys: JWTVerifyGetKey, token: string, now: Date): Promise<Checked> => {
  const { issuer, audience } = settings;
  const expected = { issuer, audience, algorithms: ALGORITHMS, requiredClaims: ["exp"], clockTolerance: TOLERANCE_S };
  const { payload, protectedHeader } = await jwtVerify(token, keys, { ...expected, currentDate: now }).catch(
    (error: unknown) => {
      throw refused(error);
    },
  );
  const claims = readClaims(payload, settings);
  const { typ = "JWT" } = protectedHeader;
  if (claims === null || !TYPES.has(typ.toLowerCase())) throw invalidToken();
  return { claims, expiresAt: Number(payload.exp) };
};

/** Tokens of an OpenID provider: signed by one of its keys, for this archive, and not expired. */
export const openIdProvider = (settings: OpenIdSettings, source: Omit<KeySource, "issuer">): OpenIdProvider => {
  const { issuer } = settings;
  const keys = openIdKeys({ ...source, issuer });
  const checked = new LRUCache<string, Checked>({ max: CHECKED, ttl: CHECKED_FOR_MS });
  return {
    issuer,
    claims: (token) => checked.has(token) || issuerOf(token) === issuer,
    read: async (token, now) => {
      const known = checked.get(token) ?? (await check(settings, keys, token, now));
      if (known.expiresAt + TOLERANCE_S <= now.getTime() / 1000) throw expiredToken();
      if (!checked.has(token)) checked.set(token, known);
      return known.claims;
    },
  };
};
