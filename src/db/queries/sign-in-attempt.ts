import type { Session } from "../database.js";

// Attempts are of nobody yet: no row scope applies.

export interface Tried {
  readonly key: string;
  /** This one included. */
  readonly tried: number;
  readonly secondsLeft: number;
}

/** In the order of the keys: two sign-ins at once wait for each other, and not in a circle. */
const COUNT = `insert into sign_in_attempt as a (key, tried, ends_at)
  select key, 1, $3::text::timestamptz from unnest($1::text[]) key order by key
  on conflict (key) do update set
    tried = case when a.ends_at <= $2::text::timestamptz then 1 else a.tried + 1 end,
    ends_at = case when a.ends_at <= $2::text::timestamptz then excluded.ends_at else a.ends_at end
  returning key, tried, ceil(extract(epoch from ends_at - $2::text::timestamptz))::int as "secondsLeft"`;

/** Counts a try before it is made: tries at the same instant are all seen. */
export const countAttempt = (
  { rows }: Session,
  keys: readonly string[],
  { now, endsAt }: { readonly now: Date; readonly endsAt: Date },
): Promise<Tried[]> => rows<Tried>(COUNT, [keys, now.toISOString(), endsAt.toISOString()]);

const UNCOUNT = `with locked as (select key from sign_in_attempt where key = any($1) order by key for update)
  update sign_in_attempt a set tried = case when a.key = $2 then 0 else greatest(a.tried - 1, 0) end
  from locked where a.key = locked.key`;

/** A try that was right is none; and `cleared` starts anew. */
export const uncountAttempt = async ({ rows }: Session, keys: readonly string[], cleared: string): Promise<void> => {
  await rows(UNCOUNT, [keys, cleared]);
};
