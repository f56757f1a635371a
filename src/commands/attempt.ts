import { createHash } from "node:crypto";
import { GATE } from "../auth/viewer.js";
import type { Database, Session } from "../db/database.js";
import { countAttempt, type Tried, uncountAttempt } from "../db/queries/sign-in-attempt.js";
import { ATTEMPT_LIMITS, ATTEMPT_WINDOW_MINUTES, type CountedBy } from "../domain/attempt-limit.js";
import { Refusal } from "../domain/refusal.js";
import { oneAfterAnother } from "./one-after-another.js";

/** Whose password is tried, and from where. The account need not exist: nobody learns from the count whether it does. */
export interface Attempt {
  readonly username: string;
  /** Of the network, as far as it is known. */
  readonly address: string;
  readonly now: Date;
}

const keyOf = (by: CountedBy, values: readonly string[]): string =>
  createHash("sha256")
    .update(JSON.stringify([by, ...values]))
    .digest("hex");

const keysOf = ({ username, address }: Attempt): Record<CountedBy, string> => {
  const account = username.normalize("NFKC").toLowerCase();
  return {
    ACCOUNT_AND_ADDRESS: keyOf("ACCOUNT_AND_ADDRESS", [account, address]),
    ACCOUNT: keyOf("ACCOUNT", [account]),
    ADDRESS: keyOf("ADDRESS", [address]),
  };
};

/** From the one that is used up first: what it refuses is not counted by the others, or one address could lock an account. */
const IN_TURN = [["ACCOUNT_AND_ADDRESS"], ["ACCOUNT", "ADDRESS"]] as const satisfies CountedBy[][];

const tooMany = (tried: readonly Tried[]): Refusal => {
  const retryAfterSeconds = Math.max(...tried.map(({ secondsLeft }) => secondsLeft));
  const minutes = Math.ceil(retryAfterSeconds / 60);
  return new Refusal("TOO_MANY_ATTEMPTS", `Too many sign-ins failed: try again in ${minutes} min.`, {
    retryAfterSeconds,
  });
};

const count = async (session: Session, keys: Record<CountedBy, string>, now: Date): Promise<Refusal | null> => {
  const endsAt = new Date(now.getTime() + ATTEMPT_WINDOW_MINUTES * 60_000);
  for (const turn of IN_TURN) {
    const limits = new Map(turn.map((by) => [keys[by], ATTEMPT_LIMITS[by]]));
    const tried = await countAttempt(session, [...limits.keys()], { now, endsAt });
    const over = tried.filter(({ key, tried: times }) => times > (limits.get(key) ?? 0));
    if (over.length > 0) return tooMany(over);
  }
  return null;
};

const attempted = async <T>(
  database: Database,
  attempt: Attempt,
  keys: Record<CountedBy, string>,
  tries: () => Promise<T>,
): Promise<T> => {
  const refusal = await database.withViewer(GATE, "WRITE", (session) => count(session, keys, attempt.now));
  if (refusal !== null) throw refusal;
  const done = await tries();
  const cleared = keys.ACCOUNT_AND_ADDRESS;
  await database.withViewer(GATE, "WRITE", (session) => uncountAttempt(session, Object.values(keys), cleared));
  return done;
};

/**
 * Tries a password, unless too many were wrong lately: then it is not even looked at. What fails stays counted. It is counted
 * before it is looked at, so that tries at the same moment are all seen; and those of one account from one address are made one
 * after another, or a few right ones at once would be too many.
 *
 * @throws Refusal TOO_MANY_ATTEMPTS, the same for an account that does not exist; and whatever `tries` throws
 */
export const asAttempt = <T>(database: Database, attempt: Attempt, tries: () => Promise<T>): Promise<T> => {
  const keys = keysOf(attempt);
  return oneAfterAnother(keys.ACCOUNT_AND_ADDRESS, () => attempted(database, attempt, keys, tries));
};
