import { LIVE_STATUSES } from "../../domain/record.js";
import type { Session } from "../database.js";

/** Two records of one series, the older first. */
export interface RecordPair {
  readonly firstId: string;
  readonly secondId: string;
}

const LIVE = LIVE_STATUSES.map((status) => `'${status}'`).join(", ");

/** `standing` is 1 for what is live, and of restricted records for what was: the index has it, the status decides. */
const PAIRS = `with recursive pair as (
    select distinct
      case when (a.recorded_at, a.id) < (b.recorded_at, b.id) then a.id else b.id end as first_id,
      case when (a.recorded_at, a.id) < (b.recorded_at, b.id) then b.id else a.id end as second_id
    from information_record a
    join information_record b on b.customer_id = a.customer_id and b.category = a.category and b.series = a.series
      and b.standing = 1 and b.status in (${LIVE}) and b.id <> a.id
    where a.id = any($1) and a.status in (${LIVE})
      and (b.valid_to is null or a.valid_from < b.valid_to) and (a.valid_to is null or b.valid_from < a.valid_to)
  ), corrected (id, by_id) as (
    select r.corrects_id, r.id from information_record r
    where r.corrects_id is not null and r.id in (select first_id from pair union select second_id from pair)
    union
    select r.corrects_id, c.by_id from corrected c join information_record r on r.id = c.id where r.corrects_id is not null
  )
  select first_id as "firstId", second_id as "secondId" from pair
  where not exists (select from corrected c where (c.id, c.by_id) in ((first_id, second_id), (second_id, first_id)))`;

/**
 * Live records of the same series as these, over overlapping validity, each pair once. A correction differs from what
 * it corrects by its nature: no two records of one chain are a pair.
 */
export const overlappingPairs = (session: Session, ids: readonly string[]): Promise<RecordPair[]> =>
  session.rows<RecordPair>(PAIRS, [ids]);
