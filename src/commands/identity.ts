import { type BriefCache, briefCache } from "../auth/brief-cache.js";
import type { OpenIdProvider } from "../auth/openid.js";
import type { AccountStanding, SessionFacts } from "../auth/signed-in.js";
import { createTokens, type Tokens } from "../auth/token.js";
import { GATE } from "../auth/viewer.js";
import type { Database } from "../db/database.js";
import { findLinkedAccount, findSession } from "../db/queries/session.js";

/** Whoever an OpenID provider vouches for, as far as an account is linked to them. */
export interface OutsideIdentity {
  readonly provider: OpenIdProvider;
  /** By subject. */
  readonly accounts: BriefCache<AccountStanding>;
}

/** What signing in and being recognised need, made once per process. */
export interface Identity {
  readonly database: Database;
  readonly tokens: Tokens;
  readonly sessions: BriefCache<SessionFacts>;
  readonly tokenHours: number;
  /** Null: everybody signs in here. */
  readonly outside: OutsideIdentity | null;
  /** Demo accounts do not exist here. */
  readonly production: boolean;
}

export interface IdentityOptions {
  readonly database: Database;
  readonly secret: string;
  readonly tokenHours: number;
  readonly production: boolean;
  readonly provider: OpenIdProvider | null;
}

const outsideOf = (database: Database, provider: OpenIdProvider): OutsideIdentity => ({
  provider,
  accounts: briefCache({
    load: (subject) =>
      database.withViewer(GATE, "READ", (session) => findLinkedAccount(session, provider.issuer, subject)),
  }),
});

export const createIdentity = async (options: IdentityOptions): Promise<Identity> => {
  const { database, secret, tokenHours, production, provider } = options;
  const tokens = await createTokens(secret);
  const sessions = briefCache<SessionFacts>({
    load: (sessionId) => database.withViewer(GATE, "READ", (session) => findSession(session, sessionId)),
  });
  const outside = provider === null ? null : outsideOf(database, provider);
  return { database, tokens, sessions, outside, tokenHours, production };
};
