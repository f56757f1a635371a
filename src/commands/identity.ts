import { type BriefCache, briefCache } from "../auth/brief-cache.js";
import type { SessionFacts } from "../auth/signed-in.js";
import { createTokens, type Tokens } from "../auth/token.js";
import { SYSTEM } from "../auth/viewer.js";
import type { Database } from "../db/database.js";
import { findSession } from "../db/queries/session.js";

/** What signing in and being recognised need, made once per process. */
export interface Identity {
  readonly database: Database;
  readonly tokens: Tokens;
  readonly sessions: BriefCache<SessionFacts>;
  readonly tokenHours: number;
  /** Demo accounts do not exist here. */
  readonly production: boolean;
}

export interface IdentityOptions {
  readonly database: Database;
  readonly secret: string;
  readonly tokenHours: number;
  readonly production: boolean;
}

export const createIdentity = async (options: IdentityOptions): Promise<Identity> => {
  const { database, secret, tokenHours, production } = options;
  const tokens = await createTokens(secret);
  const sessions = briefCache<SessionFacts>({
    load: (sessionId) => database.withViewer(SYSTEM, "READ", (session) => findSession(session, sessionId)),
  });
  return { database, tokens, sessions, tokenHours, production };
};
