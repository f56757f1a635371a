import { groupKey, type Hidden } from "./hidden-groups.js";

type Keys = readonly (string | null)[];

/** One of two reports: how many dimensions it has and what it hides. */
export interface Side {
  readonly dimensions: number;
  readonly hidden: Hidden;
}

/** What a report says nothing of. */
export const UNSAID = 0;

/** What a report says of rows: of each the number of a group it is counted in, if need be all those together that are hidden. */
export type Reading = Int32Array;

/** A number for each text, in the order these come; there are far fewer groups than rows. */
const numbering = (nameOf: (keys: Keys) => string | null): ((keys: Keys | null) => number) => {
  const [numbers, known] = [new Map<string, number>(), new Map<Keys, number>()];
  const numberOf = (keys: Keys): number => {
    const name = nameOf(keys);
    if (name === null) return UNSAID;
    const number = numbers.get(name) ?? numbers.size + 1;
    numbers.set(name, number);
    return number;
  };
  return (keys) => {
    if (keys === null) return UNSAID;
    const number = known.get(keys) ?? numberOf(keys);
    known.set(keys, number);
    return number;
  };
};

const REST = "rest";

/** The groups over the dimensions of a mask, without what is hidden, and with the total less what is shown. */
const readingsAt = ({ hidden }: Side, mask: number, rows: readonly (Keys | null)[]): Reading[] => {
  const reading = (ofHidden: string | null): Reading =>
    Int32Array.from(
      rows,
      numbering((keys) => {
        const key = groupKey({ keys }, mask);
        return hidden(mask).has(key) ? ofHidden : key;
      }),
    );
  // Where nothing is hidden, nothing is left of the total.
  return hidden(0).size > 0 || hidden(mask).size === 0 ? [reading(null)] : [reading(null), reading(REST)];
};

/** What a report says of rows in these groups of it; null: it leaves them out. */
export const readingsOf = (side: Side, rows: readonly (Keys | null)[]): Reading[] =>
  Array.from({ length: 1 << side.dimensions }, (_, mask) => readingsAt(side, mask, rows)).flat();
