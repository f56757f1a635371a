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

const subtract = (from: Float64Array, row: Float64Array, times: number): void => {
  if (times === 0) return;
  for (let i = 0; i < row.length; i++)
    from[i] = ((((from[i] as number) - times * (row[i] as number)) % PRIME) + PRIME) % PRIME;
};

const vectorOf = (size: number, members: readonly number[]): Float64Array => {
  const vector = new Float64Array(size);
  for (const member of members) vector[member] = 1;
  return vector;
};

/**
 * What follows from known sums of unknown numbers: all that adding and subtracting them can give. Reckoned modulo a
 * prime, where nothing is rounded; that a combination exists there and not in fractions is as good as excluded.
 */
export class RowSpace {
  readonly #rows: { readonly pivot: number; readonly values: Float64Array }[] = [];

  constructor(
    private readonly size: number,
    sums: readonly (readonly number[])[],
  ) {
    for (const members of sums) this.#add(vectorOf(size, members));
  }

  #reduced(vector: Float64Array): Float64Array {
    for (const { pivot, values } of this.#rows) subtract(vector, values, vector[pivot] as number);
    return vector;
  }

  #add(vector: Float64Array): void {
    const reduced = this.#reduced(vector);
    const pivot = reduced.findIndex((value) => value !== 0);
    if (pivot === -1) return;
    const inverse = inverseOf(reduced[pivot] as number);
    const values = reduced.map((value) => (value * inverse) % PRIME);
    for (const row of this.#rows) subtract(row.values, values, row.values[pivot] as number);
    this.#rows.push({ pivot, values });
  }

  /** Whether the sum of these unknowns follows. */
  gives(members: readonly number[]): boolean {
    return this.#reduced(vectorOf(this.size, members)).every((value) => value === 0);
  }

  /** The sums of unknowns that follow and stand in its simplest form. */
  *sums(): Generator<readonly number[]> {
    for (const { values } of this.#rows) {
      const members = [...values.entries()].filter(([, value]) => value !== 0);
      if (members.every(([, value]) => value === 1)) yield members.map(([index]) => index);
    }
  }
}
