import { inverseOf, remainder } from "./prime-field.js";

/** What follows from the sums: 1 at its pivot, where all other rows have 0. Most of its values are 0; `at` names the others. */
interface Row {
  /** Its first unknown; of a row that has none: past the last number. */
  pivot: number;
  readonly values: Float64Array;
  readonly at: number[];
}

/** Written over what was there: rows change far more often than they grow. */
const refill = ({ values, at }: Row): void => {
  let filled = 0;
  for (let i = 0; i < values.length; i++) if (values[i] !== 0) at[filled++] = i;
  at.length = filled;
};

const subtract = (from: Float64Array, { values, at }: Row, times: number): void => {
  for (const i of at) {
    from[i] = remainder((from[i] as number) - times * (values[i] as number));
  }
};

/**
 * What follows from known sums of numbers of which some are unknown, and more and more: all that adding and subtracting the sums can
 * give. Reckoned modulo a prime, where nothing is rounded; that a combination exists there and not in fractions is as good as excluded.
 *
 * The rows are kept in their simplest form as far as numbers are unknown. Values at known numbers are carried along, so that
 * nothing is reckoned anew when one of them becomes unknown.
 */
export class RowSpace {
  readonly #rows: Row[] = [];
  readonly #unknown: Uint8Array;
  /** The row by its pivot. */
  readonly #by: (Row | undefined)[];
  /** Made once: there are far more sums to look at than rows that come of them. */
  readonly #vector: Float64Array;

  constructor(size: number, unknown: Iterable<number>) {
    this.#unknown = new Uint8Array(size);
    for (const each of unknown) this.#unknown[each] = 1;
    this.#by = new Array<Row | undefined>(size);
    this.#vector = new Float64Array(size);
  }

  /** What is left of a sum without what the rows give of it. A row has 0 at other pivots: only those of the sum itself matter. */
  #reduce(members: readonly number[]): Float64Array {
    const vector = this.#vector.fill(0);
    for (const member of members) vector[member] = 1;
    for (const member of members) {
      const row = this.#by[member];
      if (row !== undefined) subtract(vector, row, 1);
    }
    return vector;
  }

  /** Gives a row another pivot, and takes it from all others there. */
  #turnAround(row: Row, pivot: number): void {
    const inverse = inverseOf(row.values[pivot] as number);
    for (const i of row.at) row.values[i] = remainder((row.values[i] as number) * inverse);
    row.pivot = pivot;
    this.#by[pivot] = row;
    for (const other of this.#rows) {
      const times = other.values[pivot] as number;
      if (times === 0 || other === row) continue;
      subtract(other.values, row, times);
      refill(other);
    }
  }

  /** Adds the sum of these numbers to what is known. */
  add(members: readonly number[]): void {
    const values = this.#reduce(members).slice();
    const row: Row = { pivot: values.length, values, at: [] };
    refill(row);
    if (row.at.length === 0) return;
    const pivot = row.at.find((i) => this.#unknown[i] === 1);
    if (pivot !== undefined) this.#turnAround(row, pivot);
    this.#rows.push(row);
  }

  /**
   * From now on a number is unknown. It is the first unknown of each row that has it and a later pivot, or none, which counts as last. Of these
   * the row with the last pivot is turned around: where the others' pivots are it has 0, so taken from them it leaves them theirs.
   */
  forget(number: number): void {
    this.#unknown[number] = 1;
    let last: Row | undefined;
    for (const row of this.#rows) if (row.values[number] !== 0 && row.pivot > (last?.pivot ?? number)) last = row;
    if (last === undefined) return;
    this.#by[last.pivot] = undefined;
    this.#turnAround(last, number);
  }

  /** Whether the sum of these unknowns follows. */
  gives(members: readonly number[]): boolean {
    const vector = this.#reduce(members);
    for (let i = 0; i < vector.length; i++) if (vector[i] !== 0 && this.#unknown[i] === 1) return false;
    return true;
  }

  /** The sums of unknowns that follow and stand in its simplest form. */
  *sums(): Generator<readonly number[]> {
    for (const { pivot, values, at } of this.#rows) {
      if (pivot === this.#unknown.length) continue;
      const unknown = at.filter((i) => this.#unknown[i] === 1);
      if (unknown.every((i) => values[i] === 1)) yield unknown;
    }
  }
}
