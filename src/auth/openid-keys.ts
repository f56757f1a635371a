import { createRemoteJWKSet, customFetch, errors, type FetchImplementation, type JWTVerifyGetKey } from "jose";
import { z } from "zod";
import { Refusal } from "../domain/refusal.js";
import { isTrustedAddress } from "./openid-address.js";

export interface KeySource {
  readonly issuer: string;
  /** Hears why keys could not be had: that is for the log, not for whoever asks. */
  readonly onFailure: (reason: string) => void;
  readonly timeoutMs?: number;
  /** An unknown key is looked for no sooner than this after the keys were read. */
  readonly cooldownMs?: number;
  /** Keys older than this count no more: one that was withdrawn is believed no longer. */
  readonly maxAgeMs?: number;
  /** After a failure nothing is asked of the provider for this long: requests are not its load. */
  readonly restMs?: number;
}

const unavailable = (): Refusal =>
  new Refusal(
    "UNAVAILABLE",
    "The identity provider cannot be asked: try again in a moment, or sign in with a password.",
  );

/** What is wrong with the token, not with the provider. */
const OF_TOKEN = [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported];

/** Asks the provider, and leaves it alone for a while once that failed. */
interface Asking {
  readonly ask: FetchImplementation;
  rest(reason: string): void;
}

/** "fetch failed" alone helps nobody who reads a log. */
const reasonOf = ({ message, cause }: Error): string =>
  cause instanceof Error && "code" in cause ? `${message} (${cause.code})` : message;

const asking = ({ restMs = 5_000, onFailure }: KeySource): Asking => {
  let until = 0;
  const rest = (reason: string): void => {
    until = performance.now() + restMs;
    onFailure(reason);
  };
  const ask: FetchImplementation = async (url, init) => {
    if (performance.now() < until) throw new Error("the provider is left alone for a moment");
    try {
      const response = await fetch(url, init);
      if (response.status !== 200) throw new Error(`status ${response.status}`);
      return response;
    } catch (error) {
      rest(`${url}: ${reasonOf(error as Error)}`);
      throw error;
    }
  };
  return { ask, rest };
};

const METADATA = z.object({ issuer: z.string(), jwks_uri: z.string() });

/** OpenID Connect Discovery 1.0, 4: the provider has to be the one it was looked up as. */
const keysAddress = async ({ issuer, timeoutMs = 3_000 }: KeySource, { ask, rest }: Asking) => {
  const address = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const signal = AbortSignal.timeout(timeoutMs);
  const headers = new Headers({ accept: "application/json" });
  const response = await ask(address, { method: "GET", redirect: "manual", headers, signal });
  const found = METADATA.safeParse(await response.json().catch(() => null));
  if (found.success && found.data.issuer === issuer && isTrustedAddress(found.data.jwks_uri))
    return new URL(found.data.jwks_uri);
  rest(`${address}: it does not name this issuer and a trustworthy jwks_uri`);
  throw unavailable();
};

/**
 * The provider's public keys: read at first need, kept, and read again when they are old or a token names one that is new.
 *
 * @throws Refusal UNAVAILABLE when they cannot be had: a token nobody can check is not believed
 */
export const openIdKeys = (source: KeySource): JWTVerifyGetKey => {
  const provider = asking(source);
  const { timeoutMs: timeoutDuration = 3_000, cooldownMs: cooldownDuration = 30_000, maxAgeMs = 600_000 } = source;
  const options = { timeoutDuration, cooldownDuration, cacheMaxAge: maxAgeMs, [customFetch]: provider.ask };
  const discover = async () => createRemoteJWKSet(await keysAddress(source, provider), options);
  let discovered: ReturnType<typeof discover> | null = null;
  return async (header, token) => {
    discovered ??= discover();
    const current = discovered;
    const keyOf = await current.catch(() => {
      if (discovered === current) discovered = null;
      throw unavailable();
    });
    return keyOf(header, token).catch((error: unknown) => {
      throw OF_TOKEN.some((kind) => error instanceof kind) ? error : unavailable();
    });
  };
};
