import { LRUCache } from "lru-cache";
import type { SessionFacts } from "./signed-in.js";

export interface SessionCache {
  read(sessionId: string, now: Date): Promise<SessionFacts | null>;
  /** After a logout: the next request reads anew. */
  forget(sessionId: string): void;
}

export interface SessionCacheOptions {
  readonly load: (sessionId: string) => Promise<SessionFacts | null>;
  /** How long a disabled account or a role taken away may still act. */
  readonly maxAgeMs?: number;
  readonly capacity?: number;
}

interface Entry {
  readonly readAt: number;
  readonly facts: Promise<SessionFacts | null>;
}

/** Sign-ins as read from the database, for a moment. Of requests that come at once, one reads and all wait for it. */
export const createSessionCache = ({
  load,
  maxAgeMs = 2_000,
  capacity = 10_000,
}: SessionCacheOptions): SessionCache => {
  const entries = new LRUCache<string, Entry>({ max: capacity });

  const readAnew = (sessionId: string, readAt: number): Entry => {
    const entry: Entry = { readAt, facts: load(sessionId) };
    entry.facts.catch(() => entries.get(sessionId) === entry && entries.delete(sessionId));
    entries.set(sessionId, entry);
    return entry;
  };

  return {
    read: (sessionId, now) => {
      const instant = now.getTime();
      const known = entries.get(sessionId);
      // A clock that was set back makes an entry old, not young.
      const fresh = known !== undefined && Math.abs(instant - known.readAt) < maxAgeMs;
      return (fresh ? known : readAnew(sessionId, instant)).facts;
    },
    forget: (sessionId) => void entries.delete(sessionId),
  };
};
