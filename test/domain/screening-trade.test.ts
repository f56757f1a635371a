import { describe, expect, it } from "vitest";
import type { CategoryCode } from "../../src/domain/category-code.js";
import { type GivenContent, readContent } from "../../src/domain/content.js";
import { ratingOfScore } from "../../src/domain/credit.js";
import type { LocalDate } from "../../src/domain/local-date.js";
import type { ScreeningContext } from "../../src/domain/screening/rule.js";
import { screen } from "../../src/domain/screening.js";

const CONTEXT: ScreeningContext = {
  today: "2026-03-10" as LocalDate,
  channel: "DIRECT_CONTACT",
  subChannel: null,
  kind: "ENTERPRISE",
};

const findings = <C extends CategoryCode>(category: C, content: GivenContent<C>, context = CONTEXT) =>
  screen(category, readContent(category, content), context).map(({ rule, severity }) => `${severity} ${rule}`);

/** Contents no rule has anything to say about. */
const OPERATION = {
  operatingState: "正常经营",
  litigationCount: 0,
  employees: 120,
  premises: "自有厂房",
  mainProducts: "轴承",
  mainMarkets: "华东",
};
const TRANSACTION = {
  contractNumber: "K-1",
  occurredOn: "2026-01-05",
  dueOn: "2026-02-05",
  settledOn: "2026-02-01",
  amount: "1000.00",
  settledAmount: "1000",
  amountCurrency: "CNY",
  disputed: false,
  performance: "按期交付",
};
const CREDIT = {
  rating: "AA",
  score: "85",
  creditLimit: "500000",
  creditLimitCurrency: "CNY",
  paymentTermDays: 30,
  validUntil: "2027-03-10",
  rationale: "按期付款",
  scorecardVersion: "1",
} as const;
const FEEDBACK = { receivedOn: "2026-03-01", kind: "PRAISE", satisfaction: 5, text: "很好" } as const;

const clean = { OPERATION, TRANSACTION, CREDIT, FEEDBACK };

it.each(Object.keys(clean) as (keyof typeof clean)[])("a clean %s record is screened without a finding", (category) =>
  expect(findings(category, clean[category])).toEqual([]),
);

describe("how a customer operates", () => {
  it.each([
    [{ operatingState: null }, "ERROR OPERATION.operatingState.missing"],
    [{ employees: 0 }, "WARNING OPERATION.employees.none"],
    [{ litigationCount: null }, "INFO OPERATION.litigationCount.missing"],
  ])("with %o is found: %s", (change, finding) =>
    expect(findings("OPERATION", { ...OPERATION, ...change })).toEqual([finding]),
  );

  it("seen on site names the site", () =>
    expect(
      findings("OPERATION", { ...OPERATION, premises: null }, { ...CONTEXT, channel: "SITE_INVESTIGATION" }),
    ).toContain("WARNING OPERATION.premises.visit"));
});

describe("a transaction", () => {
  it.each([
    [
      { occurredOn: "2026-03-11", dueOn: "2026-04-01", settledOn: null, settledAmount: "0" },
      "ERROR TRANSACTION.occurredOn.future",
    ],
    [{ dueOn: "2026-01-04" }, "WARNING TRANSACTION.dueOn.order"],
    [{ settledOn: "2026-01-04" }, "WARNING TRANSACTION.settledOn.order"],
    [{ settledOn: "2026-03-11" }, "ERROR TRANSACTION.settledOn.future"],
    [{ amount: "-1", settledAmount: "-1" }, "ERROR TRANSACTION.amount.negative"],
    [{ settledOn: null, settledAmount: "-0.01" }, "ERROR TRANSACTION.settledAmount.negative"],
    [{ settledAmount: "1000.01" }, "WARNING TRANSACTION.settledAmount.more"],
    [{ settledAmount: "999.99" }, "WARNING TRANSACTION.settledAmount.less"],
    [{ settledOn: null }, "WARNING TRANSACTION.settledOn.paid"],
    [{ amountCurrency: "元" }, "ERROR TRANSACTION.amountCurrency.form"],
    [{ disputed: true, performance: null }, "WARNING TRANSACTION.performance.disputed"],
  ])("with %o is found: %s", (change, finding) =>
    expect(findings("TRANSACTION", { ...TRANSACTION, ...change })).toContain(finding),
  );

  it.each([
    [{ settledOn: null, settledAmount: "999.99" }],
    [{ settledOn: null, settledAmount: "0" }],
    [{ occurredOn: "2026-03-10", dueOn: "2026-03-10", settledOn: "2026-03-10" }],
  ])("with %o is possible", (change) => expect(findings("TRANSACTION", { ...TRANSACTION, ...change })).toEqual([]));
});

describe("a credit assessment", () => {
  it.each([
    [{ rating: "AAA" }, "ERROR CREDIT.rating.score"],
    [{ validUntil: "2026-03-10" }, "ERROR CREDIT.validUntil.past"],
    [{ validUntil: "2027-03-12" }, "WARNING CREDIT.validUntil.review"],
    [{ creditLimit: "-1" }, "ERROR CREDIT.creditLimit.negative"],
    [{ creditLimitCurrency: null }, "ERROR CREDIT.creditLimit.currency"],
    [{ rating: "C" }, "WARNING CREDIT.creditLimit.rating"],
    [{ rationale: null }, "ERROR CREDIT.rationale.missing"],
  ] as const)("with %o is found: %s", (change, finding) =>
    expect(findings("CREDIT", { ...CREDIT, ...change })).toEqual([finding]),
  );

  it.each([
    ["AA", false, ["ERROR CREDIT.rating.cap"]],
    ["A", false, []],
    ["AA", true, []],
  ] as const)("rated %s with key data verified: %s finds %j", (rating, keyDataVerified, found) =>
    expect(findings("CREDIT", { ...CREDIT, rating }, { ...CONTEXT, keyDataVerified })).toEqual(found),
  );

  it("may be worse than its score, never better", () =>
    expect(findings("CREDIT", { ...CREDIT, rating: "B" })).toEqual([]));

  it.each([
    ["100", "AAA"],
    ["90", "AAA"],
    ["89.99", "AA"],
    ["80", "AA"],
    ["79.99", "A"],
    ["70", "A"],
    ["69.99", "B"],
    ["60", "B"],
    ["59.99", "C"],
    ["40", "C"],
    ["39.99", "D"],
    ["0", "D"],
  ])("of score %s is rated %s at best", (score, rating) => expect(ratingOfScore(score)).toBe(rating));
});

describe("feedback", () => {
  it.each([
    [{ receivedOn: "2026-03-11" }, "ERROR FEEDBACK.receivedOn.future"],
    [{ resolvedOn: "2026-02-28", resolution: "换货" }, "ERROR FEEDBACK.resolvedOn.order"],
    [{ resolvedOn: "2026-03-11", resolution: "换货" }, "ERROR FEEDBACK.resolvedOn.future"],
    [{ resolution: "换货" }, "WARNING FEEDBACK.resolution.day"],
    [{ resolvedOn: "2026-03-05" }, "WARNING FEEDBACK.resolution.day"],
    [{ kind: "COMPLAINT", text: null }, "WARNING FEEDBACK.text.complaint"],
  ] as const)("with %o is found: %s", (change, finding) =>
    expect(findings("FEEDBACK", { ...FEEDBACK, ...change })).toContain(finding),
  );

  it.each([[0], [6], [2.5]])("of satisfaction %s is refused: it is 1 to 5", (satisfaction) =>
    expect(() => readContent("FEEDBACK", { ...FEEDBACK, satisfaction })).toThrow("a whole number from 1 to 5"),
  );
});
