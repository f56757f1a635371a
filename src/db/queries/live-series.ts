import type { CategoryCode } from "../../domain/category-code.js";
import { LIVE_STATUSES } from "../../domain/record.js";
import type { Session } from "../database.js";

/** A live record of a series that has more than one, as far as it has to be known to find what may contradict it. */
export interface LiveRecord {
  readonly id: string;
  readonly customerId: string;
  readonly category: CategoryCode;
  readonly series: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Whether it is in a conflict nobody has decided. */
  readonly isContested: boolean;
}

const LIVE = LIVE_STATUSES.map((status) => `'${status}'`).join(", ");

/** `standing` is 1 for what is live, and of restricted records for what was: the index has it, the status decides. */
const LIVE_SERIES = `with met as (
    select distinct customer_id, category, series from information_record where id = any($1) and status in (${LIVE})
  ), live as (
    select r.id, r.customer_id, r.category, r.series, r.valid_from, r.valid_to, r.recorded_at,
      count(*) over (partition by r.customer_id, r.category, r.series) as beside
    from met join information_record r on r.customer_id = met.customer_id and r.category = met.category and r.series = met.series
      and r.standing = 1 and r.status in (${LIVE}) and r.recorded_at <= $2::timestamptz
  )
  select id, customer_id as "customerId", category, series, valid_from as "validFrom", valid_to as "validTo",
    exists (select from conflict c where (c.first_id = live.id or c.second_id = live.id) and c.resolved_at is null) as "isContested"
  from live where beside > 1 order by customer_id, category, series, recorded_at, id`;

const NEW_OF_SERIES = `select r.id
  from (select distinct customer_id, category, series from information_record where id = any($1)) met
  join information_record r on r.customer_id = met.customer_id and r.category = met.category and r.series = met.series
  where r.compared_at is null and r.status <> 'RESTRICTED' and r.recorded_at <= $2::timestamptz
  for no key update of r skip locked`;

const endOf = (until: Date | undefined): string => until?.toISOString() ?? "infinity";

/** What is to be compared of the series these are of, recorded until then: locked, but for what another process is comparing. */
export const takeNewOfSeries = async (
  session: Session,
  ids: readonly string[],
  until: Date | undefined,
): Promise<string[]> => {
  const found = await session.rows<{ id: string }>(NEW_OF_SERIES, [ids, endOf(until)]);
  return found.map(({ id }) => id);
};

const isOfOneSeries = (a: LiveRecord, b: LiveRecord): boolean =>
  a.customerId === b.customerId && a.category === b.category && a.series === b.series;

/** The live records of the series these are of, recorded until then, as they were recorded; of series with more than one. */
export const liveSeriesOf = async (
  session: Session,
  ids: readonly string[],
  until: Date | undefined,
): Promise<LiveRecord[][]> => {
  const found = await session.rows<LiveRecord>(LIVE_SERIES, [ids, endOf(until)]);
  return found.reduce<LiveRecord[][]>((all, record) => {
    const [current] = all.slice(-1);
    if (current?.[0] !== undefined && isOfOneSeries(current[0], record)) current.push(record);
    else all.push([record]);
    return all;
  }, []);
};

/** Which record is not held against which other one. */
export interface IdPair {
  readonly id: string;
  readonly otherId: string;
}

/** Conflicts that there have been between these, decided or not: what has been decided is not asked again. */
export const conflictsAmong = (session: Session, ids: readonly string[]): Promise<IdPair[]> =>
  session.rows<IdPair>(`select first_id as id, second_id as "otherId" from conflict where first_id = any($1)`, [ids]);

const CORRECTIONS = `with recursive chain (id, corrects_id) as (
    select id, corrects_id from information_record where id = any($1) and corrects_id is not null
    union
    select r.id, r.corrects_id from chain join information_record r on r.id = chain.corrects_id where r.corrects_id is not null
  ) select id, corrects_id as "otherId" from chain`;

/** What each of these corrects, and what that corrects, back to where each chain begins. */
export const correctionsBehind = (session: Session, ids: readonly string[]): Promise<IdPair[]> =>
  session.rows<IdPair>(CORRECTIONS, [ids]);
