import { Refusal } from "../refusal.js";
import type { CountedGroup, SummedFigure } from "./counted.js";
import { unscaled } from "./decimal.js";
import { type Cell, type Hidden, hiddenGroups } from "./hidden-groups.js";
import { SMALLEST_GROUP } from "./mass.js";
import type { Question } from "./question.js";
import { isOfCustomer } from "./subject.js";

/** What decides what is hidden. */
export interface Hideable {
  readonly groups: readonly Pick<CountedGroup, "keys" | "customers" | "towards">[];
  readonly figures: readonly Omit<SummedFigure, "sum">[];
}

/** More groups than this is nothing one reads, and every one of them has to be kept apart from every total. */
export const MOST_GROUPS = 1_000;

/** The dimensions of a mask that are not of the customer, as a mask among themselves. */
const ownMask = ({ groupBy }: Question, mask: number): number =>
  groupBy
    .map((dimension, i) => ({ own: !isOfCustomer(dimension), asked: (mask >> i) & 1 }))
    .filter(({ own }) => own)
    .reduce((sum, { asked }, i) => sum | (asked << i), 0);

const cellOf =
  (question: Question) =>
  ({ keys, customers, towards }: Hideable["groups"][number]): Cell => ({
    keys,
    mass: { customers, total: 0n, largest: 0n },
    customersTowards: (mask) => towards[ownMask(question, mask)] ?? customers,
  });

const figureCell = ({ keys, customers, total, largest }: Hideable["figures"][number]): Cell => ({
  keys,
  mass: { customers, total: unscaled(total), largest: unscaled(largest) },
});

/** The name of a figure in a currency. */
export const kindOf = ({ figure, currency }: Pick<SummedFigure, "figure" | "currency">): string =>
  JSON.stringify([figure, currency]);

/** What a report hides: of its groups, and of each figure and currency by themselves, never less than of the groups. */
export interface Hiding {
  readonly groups: Hidden;
  readonly figures: ReadonlyMap<string, Hidden>;
}

/** @throws Refusal LIMIT_EXCEEDED when it would have too many groups */
export const hidingOf = (question: Question, { groups, figures }: Hideable): Hiding => {
  if (groups.length > MOST_GROUPS)
    throw new Refusal(
      "LIMIT_EXCEEDED",
      `The report would have more than ${MOST_GROUPS} groups: ask for fewer dimensions, or filter.`,
      { limit: MOST_GROUPS },
    );
  const dimensions = question.groupBy.length;
  const hidden = hiddenGroups(dimensions, groups.map(cellOf(question)), {
    apart: question.groupBy.every(isOfCustomer),
  });
  const ofKind = (kind: string) => figures.filter((each) => kindOf(each) === kind).map(figureCell);
  const kinds = [...new Set(figures.map(kindOf))].map(
    (kind) => [kind, hiddenGroups(dimensions, ofKind(kind), { apart: true, alsoHidden: hidden })] as const,
  );
  return { groups: hidden, figures: new Map(kinds) };
};

/** Whether a report is about fewer than five customers in all. */
export const isTooFew = (question: Question, { groups }: Hideable): boolean =>
  groups.map(cellOf(question)).reduce((sum, cell) => sum + (cell.customersTowards?.(0) ?? 0), 0) < SMALLEST_GROUP;
