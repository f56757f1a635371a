import type { Comparing, SharedRow } from "../db/statistics/compared.js";
import { MOST_PAIRS } from "../db/statistics/compared.js";
import { type AnsweredReport, mayTellApart, sharedSubject } from "../domain/statistics/answered.js";
import { countsTellTogether, type Side, tellsTogether } from "../domain/statistics/differencing.js";
import { type Hiding, hidingOf, isTooFew, kindOf, MOST_GROUPS } from "../domain/statistics/report.js";

/** What a report shows now; null: nothing. */
export type Shown = { readonly report: AnsweredReport; readonly hiding: Hiding } | null;

export const shownBy = async (comparing: Comparing, report: AnsweredReport): Promise<Shown> => {
  const counted = await comparing.counted(report);
  if (isTooFew(report, counted) || counted.groups.length > MOST_GROUPS) return null;
  return { report, hiding: hidingOf(report, counted) };
};

const byFigure = (rows: readonly SharedRow[]): ReadonlyMap<string | null, SharedRow[]> => {
  const found = new Map<string | null, SharedRow[]>();
  for (const row of rows) {
    const { figure, currency } = row;
    const kind = figure === null ? null : kindOf({ figure, currency });
    const same = found.get(kind);
    if (same === undefined) found.set(kind, [row]);
    else same.push(row);
  }
  return found;
};

const sideOf = ({ report, hiding }: NonNullable<Shown>, kind: string | null): Side => ({
  dimensions: report.groupBy.length,
  hidden: kind === null ? hiding.groups : (hiding.figures.get(kind) ?? hiding.groups),
});

type Both = readonly [NonNullable<Shown>, NonNullable<Shown>];

const rowsTell = async ({ rows }: Comparing, [a, b]: Both): Promise<boolean> => {
  const subject = sharedSubject(a.report, b.report);
  if (subject === null) return false;
  const found = await rows({ ...a.report, subject }, { ...b.report, subject });
  if (found.length > MOST_PAIRS) return true;
  const apart = subject === "CUSTOMERS";
  return [...byFigure(found)].some(([kind, each]) =>
    tellsTogether({ rows: each, sides: [sideOf(a, kind), sideOf(b, kind)], apart }),
  );
};

/** Rows that differ by many customers may be of nearly the same customers. */
const countsTell = async ({ customers }: Comparing, [a, b]: Both): Promise<boolean> => {
  const [one, other] = [a.report, b.report];
  if (one.subject === "CUSTOMERS" && other.subject === "CUSTOMERS") return false;
  if (!one.measures.includes("CUSTOMERS") || !other.measures.includes("CUSTOMERS")) return false;
  const pairs = await customers(one, other);
  return pairs.length > MOST_PAIRS || countsTellTogether(pairs);
};

/** Whether a report tells of fewer than five customers together with another one, as both are now. */
export const tellTogether = async (comparing: Comparing, shown: Shown, other: AnsweredReport): Promise<boolean> => {
  if (shown === null || !mayTellApart(shown.report, other)) return false;
  const before = await shownBy(comparing, other);
  return (
    before !== null && ((await rowsTell(comparing, [shown, before])) || (await countsTell(comparing, [shown, before])))
  );
};
