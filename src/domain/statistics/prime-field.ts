/** A prime small enough that a product of two remainders is exact in a number. */
const PRIME = 67_108_859;

export const inverseOf = (value: number): number => {
  let [a, b, x, y] = [value, PRIME, 1, 0];
  while (b !== 0) {
    const quotient = Math.floor(a / b);
    [a, b, x, y] = [b, a - quotient * b, y, x - quotient * y];
  }
  return ((x % PRIME) + PRIME) % PRIME;
};

/** `%` of numbers beyond 32 bits is a call that takes longer than all the rest. */
export const remainder = (value: number): number => {
  const left = value - Math.floor(value / PRIME) * PRIME;
  // The quotient was rounded, up or down.
  return left < 0 ? left + PRIME : left >= PRIME ? left - PRIME : left;
};
