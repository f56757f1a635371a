// What src/domain/statistics/row-space.ts has to come to, however it does: reckoned anew for every set of unknowns.
/** A prime small enough that a product of two remainders is exact in a number. */
const PRIME = 67_108_859;

const inverseOf = (value: number): number => {
  let [a, b, x, y] = [value, PRIME, 1, 0];
  while (b !== 0) {
    const quotient = Math.floor(a / b);
    [a, b, x, y] = [b, a - quotient * b, y, x - quotient * y];
  }
  return ((x % PRIME) + PRIME) % PRIME;
};

/** `%` of numbers beyond 32 bits is a call that takes longer than all the rest. */
const remainder = (value: number): number => {
  const left = value - Math.floor(value / PRIME) * PRIME;
  // The quotient was rounded, up or down.
  return left < 0 ? left + PRIME : left >= PRIME ? left - PRIME : left;
};

/** A row in its simplest form: 1 at its pivot, where all other rows have 0. Most of its values are 0; `at` names the others. */
interface Row {
  readonly pivot: number;
  readonly values: Float64Array;
  at: readonly number[];
}

const filled = (values: Float64Array): number[] => {
  const at: number[] = [];
  for (let i = 0; i < values.length; i++) if (values[i] !== 0) at.push(i);
  return at;
};

const subtract = (from: Float64Array, { values, at }: Row, times: number): void => {
  for (const i of at) {
    from[i] = remainder((from[i] as number) - times * (values[i] as number));
  }
};

/**
 * What follows from known sums of unknown numbers: all that adding and subtracting them can give. Reckoned modulo a
 * prime, where nothing is rounded; that a combination exists there and not in fractions is as good as excluded.
 */
export class RebuiltRowSpace {
  readonly #rows: Row[] = [];
  /** The row by its pivot. */
  readonly #by: (Row | undefined)[];
  /** Made once: there are far more sums to look at than rows that come of them. */
  readonly #vector: Float64Array;

  constructor(size: number, sums: readonly (readonly number[])[]) {
    this.#by = new Array<Row | undefined>(size);
    this.#vector = new Float64Array(size);
    // Short ones first: what comes of them stays short, and of the long ones little is left.
    for (const members of [...sums].sort((a, b) => a.length - b.length)) this.#add(members);
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

  #add(members: readonly number[]): void {
    const reduced = this.#reduce(members);
    const at = filled(reduced);
    const [pivot] = at;
    if (pivot === undefined) return;
    const inverse = inverseOf(reduced[pivot] as number);
    const values = new Float64Array(reduced.length);
    for (const i of at) values[i] = remainder((reduced[i] as number) * inverse);
    const added: Row = { pivot, values, at };
    for (const row of this.#rows) {
      const times = row.values[pivot] as number;
      if (times === 0) continue;
      subtract(row.values, added, times);
      row.at = filled(row.values);
    }
    this.#rows.push(added);
    this.#by[pivot] = added;
  }

  /** Whether the sum of these unknowns follows. */
  gives(members: readonly number[]): boolean {
    return filled(this.#reduce(members)).length === 0;
  }

  /** The sums of unknowns that follow and stand in its simplest form. */
  *sums(): Generator<readonly number[]> {
    for (const { values, at } of this.#rows) if (at.every((i) => values[i] === 1)) yield at;
  }
}
