import { LRUCache } from "lru-cache";

/** What was read from the database, for a moment. */
export interface BriefCache<V> {
  read(key: string, now: Date): Promise<V | null>;
  /** The next request reads anew. */
  forget(key: string): void;
}

export interface BriefCacheOptions<V> {
  readonly load: (key: string) => Promise<V | null>;
  /** How long what was taken away may still count: a disabled account, a role, a registered operation. */
  readonly maxAgeMs?: number;
  readonly capacity?: number;
}

interface Entry<V> {
  readonly readAt: number;
  readonly value: Promise<V | null>;
}

/** Of requests that come at once, one reads and all wait for it. What is not there is remembered as well. */
export const briefCache = <V>({ load, maxAgeMs = 2_000, capacity = 10_000 }: BriefCacheOptions<V>): BriefCache<V> => {
  const entries = new LRUCache<string, Entry<V>>({ max: capacity });

  const readAnew = (key: string, readAt: number): Entry<V> => {
    const entry: Entry<V> = { readAt, value: load(key) };
    entry.value.catch(() => entries.get(key) === entry && entries.delete(key));
    entries.set(key, entry);
    return entry;
  };

  return {
    read: (key, now) => {
      const instant = now.getTime();
      const known = entries.get(key);
      // A clock that was set back makes an entry old, not young.
      const fresh = known !== undefined && Math.abs(instant - known.readAt) < maxAgeMs;
      return (fresh ? known : readAnew(key, instant)).value;
    },
    forget: (key) => void entries.delete(key),
  };
};
