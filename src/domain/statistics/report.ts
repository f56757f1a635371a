import type { Counted, CountedGroup, Keys, SummedFigure } from "./counted.js";
import { decimalText, divided, unscaled } from "./decimal.js";
import { groupKey } from "./hidden-groups.js";
import { hidingOf, isTooFew, kindOf, weighedIn } from "./hiding.js";
import { type CountMeasure, figureOf, isMean, type Part, partOf, type StatisticsMeasure } from "./measure.js";
import type { Pause } from "./pause.js";
import type { Question } from "./question.js";

export interface ReportValue {
  readonly measure: StatisticsMeasure;
  readonly currency: string | null;
  readonly value: string;
}

export interface ReportGroup {
  readonly keys: Keys;
  readonly values: readonly ReportValue[];
  readonly hidden: readonly StatisticsMeasure[];
}

export interface Report {
  readonly groups: readonly ReportGroup[];
  readonly suppressedGroups: number;
}

/** A hundred-millionth: what the score of an archive is kept to. */
const SCORE_SCALE = 8;
const SHARE_SCALE = 4;

const shareOf = (part: number, whole: number): string =>
  decimalText(divided(BigInt(part) * 10n ** BigInt(SHARE_SCALE), BigInt(whole)), SHARE_SCALE);

const meanScore = ({ completeness, customers }: CountedGroup): string =>
  decimalText(divided(divided(unscaled(completeness, SCORE_SCALE), BigInt(customers)), 10_000n), SHARE_SCALE);

const COUNTS: Record<CountMeasure, (group: CountedGroup) => string | null> = {
  CUSTOMERS: ({ customers }) => String(customers),
  RECORDS: ({ records }) => String(records),
  TASKS: ({ tasks }) => String(tasks),
  OPEN_TASKS: ({ openTasks }) => String(openTasks),
  OVERDUE_TASKS: ({ overdueTasks }) => String(overdueTasks),
  COMPLETENESS_MEAN: meanScore,
  VERIFIED_SHARE: ({ verified, held }) => (held === 0 ? null : shareOf(verified, held)),
};

const figureText = (measure: StatisticsMeasure, { sum, customers }: SummedFigure): string =>
  decimalText(isMean(measure) ? divided(unscaled(sum), BigInt(customers)) : unscaled(sum));

const inOrder = (a: { readonly keys: Keys }, b: { readonly keys: Keys }): number => {
  const at = a.keys.findIndex((key, i) => key !== b.keys[i]);
  const [x, y] = [a.keys[at] ?? null, b.keys[at] ?? null];
  if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
  return x < y ? -1 : 1;
};

interface Showing {
  readonly question: Question;
  readonly figures: ReadonlyMap<string, readonly SummedFigure[]>;
  readonly shows: (figure: SummedFigure, key: string) => boolean;
  readonly fewHave: (part: Part, key: string) => boolean;
  readonly keyOf: (each: { readonly keys: Keys }) => string;
}

const countValue = (measure: StatisticsMeasure, group: CountedGroup): ReportValue[] => {
  const value = COUNTS[measure as CountMeasure](group);
  return value === null ? [] : [{ measure, currency: null, value }];
};

const shownGroup = (group: CountedGroup, { question, figures, shows, fewHave, keyOf }: Showing): ReportGroup => {
  const key = keyOf(group);
  const isOfFew = (measure: StatisticsMeasure): boolean => {
    const part = partOf(measure);
    return part !== null && fewHave(part, key);
  };
  const of = (measure: StatisticsMeasure): readonly SummedFigure[] =>
    (figures.get(key) ?? []).filter(({ figure }) => figure === figureOf(measure));
  const values = question.measures.flatMap((measure): ReportValue[] => {
    if (figureOf(measure) === null) return isOfFew(measure) ? [] : countValue(measure, group);
    const shown = of(measure).filter((each) => shows(each, key));
    return shown.map((each) => ({ measure, currency: each.currency, value: figureText(measure, each) }));
  });
  // Nobody brings it in, or too few: the two are not told apart.
  const withheld = (measure: StatisticsMeasure): boolean =>
    figureOf(measure) === null
      ? isOfFew(measure)
      : of(measure).length === 0 || of(measure).some((each) => !shows(each, key));
  return { keys: group.keys, values, hidden: question.measures.filter(withheld) };
};

/** Of fewer than five customers in all, none included, nothing is said: not even how many groups they would make. */
const TOO_FEW: Report = { groups: [], suppressedGroups: 1 };

/**
 * A report as it is shown: small groups left out, and with them what would give them away.
 *
 * @throws Refusal LIMIT_EXCEEDED when it would have too many groups
 */
export const reportOf = async (question: Question, counted: Counted, pause: Pause): Promise<Report> => {
  const { groups, figures } = counted;
  if (isTooFew(question, counted)) return TOO_FEW;
  const hiding = await hidingOf(question, weighedIn(question, counted), pause);
  const whole = (1 << question.groupBy.length) - 1;
  const [hidden, sums] = [hiding.groups(whole), new Map([...hiding.figures].map(([kind, of]) => [kind, of(whole)]))];
  const keyOf = ({ keys }: { readonly keys: Keys }) => groupKey({ keys }, whole);
  const byGroup = new Map<string, SummedFigure[]>();
  for (const each of [...figures].sort(byCurrency))
    byGroup.set(keyOf(each), [...(byGroup.get(keyOf(each)) ?? []), each]);
  const shows = (figure: SummedFigure, key: string) => sums.get(kindOf(figure))?.has(key) === false;
  const fewHave = (part: Part, key: string) => sums.get(kindOf({ figure: part, currency: null }))?.has(key) === true;
  const showing = { question, figures: byGroup, shows, fewHave, keyOf };
  const shown = groups.filter((group) => !hidden.has(keyOf(group))).sort(inOrder);
  return { groups: shown.map((group) => shownGroup(group, showing)), suppressedGroups: groups.length - shown.length };
};

const byCurrency = (a: SummedFigure, b: SummedFigure): number =>
  inOrder({ keys: [a.currency] }, { keys: [b.currency] });
