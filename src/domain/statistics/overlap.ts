import type { Reading } from "./reading.js";

/** How many customers, what they bring in of a figure without signs, and the most that one of them does; of no figure: 0. */
export interface Weight {
  readonly customers: number;
  readonly total: number;
  readonly largest: number;
}

/** A weight that grows: there are hundreds of thousands of rows to add to some. */
export class Sum implements Weight {
  customers = 0;
  total = 0;
  largest = 0;

  /** Where customers may stand on both sides (not `apart`), there are as many as on the larger side, at least. */
  add({ customers, total, largest }: Weight, apart: boolean): void {
    this.customers = apart ? this.customers + customers : Math.max(this.customers, customers);
    this.total += total;
    this.largest = Math.max(this.largest, largest);
  }
}

/** The rows that are in one group of the one report and in one of the other. */
export class Overlap extends Sum {
  constructor(readonly groups: readonly [first: number, second: number]) {
    super();
  }
}

const mostOf = (reading: Reading): number => reading.reduce((most, number) => Math.max(most, number), 0);

/** Rows by what one report says of them and what the other does. */
export const overlapsOf = (
  rows: readonly Weight[],
  [first, second]: readonly [Reading, Reading],
  apart: boolean,
): readonly Overlap[] => {
  const width = mostOf(second) + 1;
  const found: Overlap[] = [];
  /** Where among them a pair is found, and one more. */
  const places = new Int32Array((mostOf(first) + 1) * width);
  for (const [i, row] of rows.entries()) {
    const [a, b] = [first[i] as number, second[i] as number];
    const pair = a * width + b;
    if (places[pair] === 0) places[pair] = found.push(new Overlap([a, b]));
    found[(places[pair] as number) - 1]?.add(row, apart);
  }
  return found;
};
