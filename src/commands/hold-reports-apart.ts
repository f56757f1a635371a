import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { SYSTEM, type Viewer } from "../auth/viewer.js";
import type { Database, Session } from "../db/database.js";
import { type Moment, readCensus } from "../db/statistics/read-census.js";
import { Refusal } from "../domain/refusal.js";
import { type AnsweredReport, MOST_REPORTS, mayTellApart, textOf } from "../domain/statistics/answered.js";
import { shownBy, tellTogether } from "./compare-reports.js";
import { takingTurns } from "./taking-turns.js";

export interface HoldingContext extends Moment {
  readonly database: Database;
  readonly viewer: Viewer;
  /** How long a report is remembered; 0: not at all. */
  readonly days: number;
}

interface Remembered {
  readonly hash: string;
  readonly report: AnsweredReport;
  readonly comparedOn: string;
}

const hashOf = (report: AnsweredReport): string => createHash("sha256").update(textOf(report)).digest("hex");

/** Of what is remembered, the half that is true for the day: it saves the look-up. */
const today = new WeakMap<Database, { readonly day: string; readonly answered: Set<string> }>();

const answeredToday = ({ database, today: day }: HoldingContext): Set<string> => {
  const kept = today.get(database);
  if (kept?.day === day) return kept.answered;
  const answered = new Set<string>();
  today.set(database, { day, answered });
  return answered;
};

const COLUMNS = `hash, report, compared_on::text as "comparedOn"`;

const remembered = ({ viewer, now, days }: HoldingContext, { rows }: Session): Promise<Remembered[]> =>
  rows<Remembered>(
    `select ${COLUMNS} from answered_report where account_id = $1 and answered_at > $2::timestamptz - make_interval(days => $3)`,
    [viewer.accountId, now.toISOString(), days],
  );

const REFUSED = { coordinate: "Query.archiveStatistics", use: "aggregate" } as const;

const refuse = (days: number): never => {
  throw new Refusal(
    "FORBIDDEN",
    `Together with a report you were answered in the last ${days} days this one would tell of fewer than five customers, or of one who brings in nearly all of a sum. Ask for the groups and the filter you asked for then, or for wider ones.`,
    REFUSED,
  );
};

const refuseMore = (days: number): never => {
  throw new Refusal(
    "LIMIT_EXCEEDED",
    `You were answered ${MOST_REPORTS} different reports in the last ${days} days. Ask one of these again, or group by what you filter by.`,
    { of: "reports", limit: MOST_REPORTS },
  );
};

const FORGET = `delete from answered_report
  where account_id = $1 and answered_at <= $2::timestamptz - make_interval(days => $3)`;

const UPSERT = `insert into answered_report (account_id, hash, report, answered_at, compared_on) values ($1, $2, $3::jsonb, $4, $5)
  on conflict (account_id, hash) do update set answered_at = excluded.answered_at, compared_on = excluded.compared_on`;

/** Remembers the report, unless another one has been remembered meanwhile that it was not held against. */
const remember = async (context: HoldingContext, report: AnsweredReport, held: ReadonlySet<string>) => {
  const { database, viewer, now, today: day } = context;
  return database.withViewer(SYSTEM, "WRITE", async (session) => {
    await session.orm.execute(sql`select pg_advisory_xact_lock(hashtextextended(${viewer.accountId}, 0))`);
    const others = (await remembered(context, session)).filter(({ hash }) => !held.has(hash));
    if (others.length > 0) return false;
    const values = [viewer.accountId, hashOf(report), JSON.stringify(report), now.toISOString(), day];
    await session.rows(FORGET, [viewer.accountId, now.toISOString(), context.days]);
    await session.rows(UPSERT, values);
    return true;
  });
};

const compare = async (context: HoldingContext, report: AnsweredReport, others: readonly AnsweredReport[]) => {
  const telling = others.filter((other) => mayTellApart(report, other));
  if (telling.length === 0) return;
  const census = await readCensus(context.database, context.viewer, [report, ...telling], context);
  const pause = takingTurns();
  const shown = await shownBy(census, report, pause);
  for (const other of telling) {
    if (await tellTogether(census, shown, other, pause)) refuse(context.days);
    await pause();
  }
};

/**
 * Before a report is answered: it is held against those the viewer was answered before. Once a day a report is compared with all
 * others, after that it is answered as it is. Two at once are remembered one after the other, and the second one is
 * compared with the first.
 *
 * @throws Refusal FORBIDDEN when it tells of fewer than five customers together with another one; LIMIT_EXCEEDED beyond 200 different reports
 */
export const holdReportsApart = async (context: HoldingContext, report: AnsweredReport): Promise<void> => {
  if (context.days === 0) return;
  const own = hashOf(report);
  const answered = answeredToday(context);
  const name = `${context.viewer.accountId} ${own}`;
  if (answered.has(name)) return;
  const held = new Set([own]);
  do {
    const known = await context.database.withViewer(SYSTEM, "READ", (session) => remembered(context, session));
    if (known.some(({ hash, comparedOn }) => hash === own && comparedOn === context.today)) break;
    if (known.length >= MOST_REPORTS && !known.some(({ hash }) => hash === own)) refuseMore(context.days);
    const others = known.filter(({ hash }) => !held.has(hash));
    await compare(
      context,
      report,
      others.map((other) => other.report),
    );
    for (const { hash } of others) held.add(hash);
  } while (!(await remember(context, report, held)));
  answered.add(name);
};
