import { type AnsweredReport, isTotalOf, mayTellApart, sharedSubject } from "../domain/statistics/answered.js";
import type { Census } from "../domain/statistics/census.js";
import { countedIn } from "../domain/statistics/count-census.js";
import { countsTellTogether, tellsTogether } from "../domain/statistics/differencing.js";
import { grouped } from "../domain/statistics/grouped.js";
import { type Hiding, hidingOf, isTooFew, kindOf, MOST_GROUPS } from "../domain/statistics/hiding.js";
import type { Pause } from "../domain/statistics/pause.js";
import type { Side } from "../domain/statistics/reading.js";
import { type SharedRow, sharedCustomers, sharedRows } from "../domain/statistics/shared-census.js";

/** Beyond so many pairs of groups two reports are not told apart. */
const MOST_PAIRS = 20_000;

/** What a report shows now; null: nothing. */
export type Shown = { readonly report: AnsweredReport; readonly hiding: Hiding } | null;

export const shownBy = async (census: Census, report: AnsweredReport, pause: Pause): Promise<Shown> => {
  const counted = countedIn(census, report);
  if (isTooFew(report, counted) || counted.groups.length > MOST_GROUPS) return null;
  return { report, hiding: await hidingOf(report, counted, pause) };
};

const figureIn = ({ figure, currency }: SharedRow): string | null =>
  figure === null ? null : kindOf({ figure, currency });

const sideOf = ({ report, hiding }: NonNullable<Shown>, kind: string | null): Side => ({
  dimensions: report.groupBy.length,
  hidden: kind === null ? hiding.groups : (hiding.figures.get(kind) ?? hiding.groups),
});

type Both = readonly [NonNullable<Shown>, NonNullable<Shown>];

const rowsTell = async (census: Census, [a, b]: Both, pause: Pause): Promise<boolean> => {
  if (isTotalOf(a.report, b.report)) return false;
  const subject = sharedSubject(a.report, b.report);
  if (subject === null) return false;
  const found = sharedRows(census, { ...a.report, subject }, { ...b.report, subject });
  if (found.length > MOST_PAIRS) return true;
  await pause();
  const apart = subject === "CUSTOMERS";
  for (const [kind, rows] of grouped(found, figureIn))
    if (await tellsTogether({ rows, sides: [sideOf(a, kind), sideOf(b, kind)], apart }, pause)) return true;
  return false;
};

/** Rows that differ by many customers may be of nearly the same customers. */
const countsTell = (census: Census, [a, b]: Both): boolean => {
  const [one, other] = [a.report, b.report];
  if (one.subject === "CUSTOMERS" && other.subject === "CUSTOMERS") return false;
  if (!one.measures.includes("CUSTOMERS") || !other.measures.includes("CUSTOMERS")) return false;
  const pairs = sharedCustomers(census, one, other);
  return pairs.length > MOST_PAIRS || countsTellTogether(pairs);
};

/** Whether a report tells of fewer than five customers together with another one, as both are now. */
export const tellTogether = async (
  census: Census,
  shown: Shown,
  other: AnsweredReport,
  pause: Pause,
): Promise<boolean> => {
  if (shown === null || !mayTellApart(shown.report, other)) return false;
  const before = await shownBy(census, other, pause);
  if (before === null) return false;
  await pause();
  return (await rowsTell(census, [shown, before], pause)) || countsTell(census, [shown, before]);
};
