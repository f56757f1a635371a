import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isBetterRating } from "../../src/domain/credit.js";
import { proposeCredit } from "../../src/domain/credit-proposal.js";
import { type CreditFact, type CreditFacts, SCORECARD, scoreOf } from "../../src/domain/scorecard.js";

const BEST: CreditFacts = {
  yearsInBusiness: 12,
  registeredAsOperating: true,
  leverage: 0.3,
  netMargin: 0.12,
  cashFlowPositive: true,
  audited: true,
  openLawsuits: 0,
  paidInTime: 1,
  meanDaysOverdue: 0,
  disputedShare: 0,
};
const NOTHING = Object.fromEntries(Object.keys(BEST).map((fact) => [fact, null])) as unknown as CreditFacts;
const BASIS = { equity: 12_000_000, revenue: 30_000_000, currency: "CNY" };

const ratio = fc.double({ min: 0, max: 2, noNaN: true });
const orUnknown = <T>(known: fc.Arbitrary<T>) => fc.option(known, { nil: null });
const anyFacts: fc.Arbitrary<CreditFacts> = fc.record({
  yearsInBusiness: orUnknown(fc.nat(60)),
  registeredAsOperating: orUnknown(fc.boolean()),
  leverage: orUnknown(ratio),
  netMargin: orUnknown(fc.double({ min: -1, max: 1, noNaN: true })),
  cashFlowPositive: orUnknown(fc.boolean()),
  audited: orUnknown(fc.boolean()),
  openLawsuits: orUnknown(fc.nat(20)),
  paidInTime: orUnknown(fc.double({ min: 0, max: 1, noNaN: true })),
  meanDaysOverdue: orUnknown(fc.nat(400)),
  disputedShare: orUnknown(fc.double({ min: 0, max: 1, noNaN: true })),
});

describe("the score card", () => {
  it("has 100 points in all, and steps that fall", () => {
    const most = Object.values(SCORECARD).map(({ steps }) => steps[0]?.[1] ?? 0);
    expect(most.reduce((a, b) => a + b)).toBe(100);
    for (const { steps, better } of Object.values(SCORECARD)) {
      const bounds = steps.map(([bound]) => bound);
      const points = steps.map(([, each]) => each);
      expect([...bounds].sort((a, b) => (better === "more" ? b - a : a - b))).toEqual(bounds);
      expect([...points].sort((a, b) => b - a)).toEqual(points);
    }
  });

  it("gives a customer all points or none", () => {
    expect(scoreOf(BEST).score).toBe(100);
    expect(scoreOf(NOTHING).score).toBe(0);
  });

  it("adds up, and says why of every line", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { score, lines } = scoreOf(facts);
        expect(lines.reduce((sum, { points }) => sum + points, 0)).toBe(score);
        for (const line of lines) expect(line.reason).not.toBe("");
      }),
    );
  });

  it("gives nothing for what is not known: knowing never costs points", () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...(Object.keys(BEST) as CreditFact[])), (facts, fact) => {
        expect(scoreOf({ ...facts, [fact]: null }).score).toBeLessThanOrEqual(scoreOf(facts).score);
      }),
    );
  });

  it.each([
    ["leverage", 0.4, 20],
    ["leverage", 0.41, 14],
    ["leverage", 0.91, 0],
    ["netMargin", -0.01, 0],
    ["openLawsuits", 3, 0],
    ["paidInTime", 0.979, 14],
    ["yearsInBusiness", 1, 1],
  ] as const)("gives for %s of %d %d points", (fact, value, points) =>
    expect(scoreOf({ ...NOTHING, [fact]: value }).score).toBe(points),
  );
});

describe("a proposal", () => {
  it("is AAA at best, and A while key data are incomplete or unverified", () => {
    expect(proposeCredit(BEST, true, BASIS)).toMatchObject({ rating: "AAA", capped: false });
    expect(proposeCredit(BEST, false, BASIS)).toMatchObject({ rating: "A", capped: true, score: 100 });
  });

  it("is never better than A with unverified key data, and never worse for their being verified", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const [unverified, verified] = [proposeCredit(facts, false, BASIS), proposeCredit(facts, true, BASIS)];
        expect(isBetterRating(unverified.rating, "A")).toBe(false);
        expect(isBetterRating(unverified.rating, verified.rating)).toBe(false);
      }),
    );
  });

  it("limits by what the customer could bear: a tenth of equity, a twentieth of revenue, rounded down", () => {
    expect(proposeCredit(BEST, true, BASIS).creditLimit).toBe(1_200_000);
    expect(proposeCredit(BEST, false, BASIS).creditLimit).toBe(720_000);
    expect(proposeCredit(BEST, true, { ...BASIS, equity: 555_555 }).creditLimit).toBe(50_000);
    expect(proposeCredit(BEST, true, { ...BASIS, equity: -1 }).creditLimit).toBe(0);
    expect(proposeCredit(NOTHING, true, BASIS)).toMatchObject({ rating: "D", creditLimit: 0 });
    expect(proposeCredit(BEST, true, null)).toMatchObject({ creditLimit: null, currency: null });
  });
});
