import { Refusal } from "../refusal.js";
import type { Counted, CountedGroup, SummedFigure } from "./counted.js";
import { unscaled } from "./decimal.js";
import { grouped } from "./grouped.js";
import { type Cell, type Hidden, hiddenGroups } from "./hidden-groups.js";
import { SMALLEST_GROUP } from "./mass.js";
import { type Figure, type Part, partOf, secretOf } from "./measure.js";
import type { Pause } from "./pause.js";
import type { Question } from "./question.js";
import { isOfCustomer } from "./subject.js";

/** What decides what is hidden. */
export interface Hideable {
  readonly groups: readonly Pick<CountedGroup, "keys" | "customers" | "towards">[];
  readonly figures: readonly Weighed[];
}

/** A figure, or a part of a group that few may have: what decides whether it is shown. */
export interface Weighed extends Omit<SummedFigure, "sum" | "figure"> {
  readonly figure: Figure | Part;
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
export const kindOf = ({ figure, currency }: Pick<Weighed, "figure" | "currency">): string =>
  JSON.stringify([figure, currency]);

/** What a report hides: of its groups, and of each figure and currency by themselves, never less than of the groups. */
export interface Hiding {
  readonly groups: Hidden;
  readonly figures: ReadonlyMap<string, Hidden>;
}

type Figures = Hideable["figures"];

/** What a figure and currency comes to in the groups, by its name. */
type Kinds = ReadonlyMap<string, Figures>;

const unionOf =
  (hidden: readonly Hidden[]): Hidden =>
  (mask) =>
    new Set(hidden.flatMap((each) => [...each(mask)]));

/** What is hidden of one is hidden of all, until nothing more is. */
const hiddenOf = async (
  kinds: Kinds,
  dimensions: number,
  groups: Hidden,
  pause: Pause,
): Promise<(readonly [kind: string, Hidden])[]> => {
  const masks = Array.from({ length: 1 << dimensions }, (_, mask) => mask);
  for (let alsoHidden = groups; ; ) {
    const found: (readonly [kind: string, Hidden])[] = [];
    for (const [kind, figures] of kinds)
      found.push([kind, await hiddenGroups(dimensions, figures.map(figureCell), { apart: true, alsoHidden, pause })]);
    const all = unionOf(found.map(([, hidden]) => hidden));
    if (found.every(([, hidden]) => masks.every((mask) => hidden(mask).size === all(mask).size))) return found;
    alsoHidden = all;
  }
};

/** @throws Refusal LIMIT_EXCEEDED when it would have too many groups */
export const hidingOf = async (question: Question, { groups, figures }: Hideable, pause: Pause): Promise<Hiding> => {
  if (groups.length > MOST_GROUPS)
    throw new Refusal(
      "LIMIT_EXCEEDED",
      `The report would have more than ${MOST_GROUPS} groups: ask for fewer dimensions, or filter.`,
      { limit: MOST_GROUPS },
    );
  const dimensions = question.groupBy.length;
  const hidden = await hiddenGroups(dimensions, groups.map(cellOf(question)), {
    apart: question.groupBy.every(isOfCustomer),
    pause,
  });
  const secrets = [...grouped(figures, ({ figure, currency }) => `${secretOf(figure)} ${currency}`).values()];
  const hiddenFigures = new Map<string, Hidden>();
  for (const each of secrets)
    for (const [kind, of] of await hiddenOf(grouped(each, kindOf), dimensions, hidden, pause))
      hiddenFigures.set(kind, of);
  return { groups: hidden, figures: hiddenFigures };
};

/** Of how many customers each part speaks that is asked for. Nobody has it: nothing is weighed, and it is told. */
const partsOf = ({ measures }: Question, groups: Counted["groups"]): Weighed[] =>
  [...new Set(measures.flatMap((measure) => partOf(measure) ?? []))].flatMap((figure) =>
    groups.flatMap(({ keys, having }) =>
      having[figure] > 0 ? [{ keys, figure, currency: null, customers: having[figure], total: "0", largest: "0" }] : [],
    ),
  );

/** What a report weighs that was counted for it. */
export const weighedIn = (question: Question, { groups, figures }: Counted): Hideable => ({
  groups,
  figures: [...figures, ...partsOf(question, groups)],
});

/** Whether a report is about fewer than five customers in all. */
export const isTooFew = (question: Question, { groups }: Hideable): boolean =>
  groups.map(cellOf(question)).reduce((sum, cell) => sum + (cell.customersTowards?.(0) ?? 0), 0) < SMALLEST_GROUP;
