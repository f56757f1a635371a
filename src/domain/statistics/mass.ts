/** The smallest group a report shows. */
export const SMALLEST_GROUP = 5;

/** One customer above this share of a sum hides it: what the others bring in would hardly blur it. */
const DOMINANT_PERCENT = 85n;

/**
 * What stands behind a number: how many customers, what their amounts come to without their signs, and the largest of
 * these. Where nothing is summed, amounts are 0.
 */
export interface Mass {
  readonly customers: number;
  readonly total: bigint;
  readonly largest: bigint;
}

export const NOTHING: Mass = { customers: 0, total: 0n, largest: 0n };

/** Whether a number over so much would speak of somebody in particular. */
export const tellsOfSomebody = ({ customers, total, largest }: Mass): boolean =>
  customers < SMALLEST_GROUP || largest * 100n > total * DOMINANT_PERCENT;

/** Whether one of those a sum is made of makes nearly all of it; amounts without their signs, as near as a number holds them. */
export const isDominated = (largest: number, total: number): boolean =>
  largest * 100 > total * Number(DOMINANT_PERCENT);

const largerOf = (a: bigint, b: bigint): bigint => (a > b ? a : b);

/** Several taken together. Customers that stand in several of them are counted once at least: `apart` says they cannot. */
export const together = (masses: readonly Mass[], apart: boolean): Mass =>
  masses.reduce(
    (sum, each) => ({
      customers: apart ? sum.customers + each.customers : Math.max(sum.customers, each.customers),
      total: sum.total + each.total,
      largest: largerOf(sum.largest, each.largest),
    }),
    NOTHING,
  );
