import { describe, expect, it } from "vitest";
import type { CategoryCode } from "../../src/domain/category-code.js";
import { CategoryCode as CATEGORIES } from "../../src/domain/category-code.js";
import { type GivenContent, readContent } from "../../src/domain/content.js";
import { namesOf } from "../../src/domain/enumeration.js";
import type { LocalDate } from "../../src/domain/local-date.js";
import type { ScreeningContext } from "../../src/domain/screening/rule.js";
import { screen, screeningRules } from "../../src/domain/screening.js";

const CONTEXT: ScreeningContext = {
  today: "2026-03-10" as LocalDate,
  channel: "DIRECT_CONTACT",
  subChannel: null,
  kind: "ENTERPRISE",
};

const findings = <C extends CategoryCode>(category: C, content: GivenContent<C>, context = CONTEXT) =>
  screen(category, readContent(category, content), context).map(({ rule, severity }) => `${severity} ${rule}`);

/** A content no rule has anything to say about. */
const CLEAN = {
  REGISTRATION: {
    legalName: "福州示例有限公司",
    uscc: "91350100M000100Y43",
    legalRepresentative: "陈某",
    registeredCapital: "1000000",
    registeredCapitalCurrency: "CNY",
    establishedOn: "2010-05-01",
    companyType: "有限责任公司",
    registrationRegion: "350102",
    registeredAddress: "福州市鼓楼区示例路1号",
    businessScope: "示例",
    industry: "C13",
    operatingStatus: "存续",
  },
  CONTACT: { personName: "陈某", position: "会计", mobile: "13812345678", email: "chen@example.cn" },
  FINANCIAL: {
    periodStart: "2025-01-01",
    periodEnd: "2025-12-31",
    totalAssets: "1000000.00",
    totalLiabilities: "400000.00",
    equity: "600000.00",
    revenue: "2000000",
    mainRevenue: "1900000",
    profitBeforeTax: "120000",
    netProfit: "90000",
    taxPaid: "30000",
    guaranteesGiven: "0",
    operatingCashFlow: "-5000",
    currency: "CNY",
    audited: true,
    auditor: "示例会计师事务所",
  },
} as const;

describe.each(namesOf(CATEGORIES))("the rules of %s", (category) => {
  const rules = screeningRules<CategoryCode>(category);

  it("have names of their own", () => expect(new Set(rules.map(({ rule }) => rule)).size).toBe(rules.length));
  it("serve a clause of the policy", () => expect(rules.filter(({ clause }) => !/^SP\d+$/.test(clause))).toEqual([]));
  it("find nothing impossible in a record that says nothing", () =>
    expect(
      findings(category, {}).filter((found) => found.startsWith("ERROR") && !/missing|reachable/.test(found)),
    ).toEqual([]));
});

it.each(Object.keys(CLEAN) as (keyof typeof CLEAN)[])("a clean %s record is screened without a finding", (category) =>
  expect(findings(category, CLEAN[category] as GivenContent<typeof category>)).toEqual([]),
);

describe("a registration", () => {
  const withChange = (change: GivenContent<"REGISTRATION">) =>
    findings("REGISTRATION", { ...CLEAN.REGISTRATION, ...change });

  it.each([
    [{ legalName: null }, "ERROR REGISTRATION.legalName.missing"],
    [{ uscc: null }, "ERROR REGISTRATION.uscc.missing"],
    [{ industry: null }, "INFO REGISTRATION.industry.missing"],
    [{ uscc: "91350100M000100I43" }, "ERROR REGISTRATION.uscc.form"],
    [{ uscc: "91350211M0000XUF46", registrationRegion: "350211" }, "WARNING REGISTRATION.uscc.check-character"],
    [{ registrationRegion: "110000" }, "INFO REGISTRATION.registrationRegion.uscc"],
    [{ registrationRegion: "3501" }, "WARNING REGISTRATION.registrationRegion.form"],
    [{ industry: "C1" }, "WARNING REGISTRATION.industry.form"],
    [{ establishedOn: "2026-03-11" }, "ERROR REGISTRATION.establishedOn.future"],
    [{ registeredCapital: "-1" }, "ERROR REGISTRATION.registeredCapital.negative"],
    [{ registeredCapitalCurrency: null }, "WARNING REGISTRATION.registeredCapital.currency"],
    [{ registeredCapitalCurrency: "人民币" }, "ERROR REGISTRATION.registeredCapital.currency-form"],
  ])("with %o is found: %s", (change, finding) => expect(withChange(change)).toEqual([finding]));

  it("of an abolished region is a warning, not an error", () =>
    expect(
      findings("REGISTRATION", { ...CLEAN.REGISTRATION, uscc: "91000000MA00000030", registrationRegion: "990000" }),
    ).toEqual(["WARNING REGISTRATION.registrationRegion.unknown"]));

  it("established today is established", () => expect(withChange({ establishedOn: "2026-03-10" })).toEqual([]));

  const of = (customerName: string, customerUscc: string | null) =>
    findings("REGISTRATION", CLEAN.REGISTRATION, { ...CONTEXT, customerName, customerUscc });

  it("under another name than the customer's is noted: it may have changed", () =>
    expect(of("Another", CLEAN.REGISTRATION.uscc)).toEqual(["INFO REGISTRATION.legalName.customer"]));

  it("under the customer's name however it is written is the customer's", () =>
    expect(of(" 福州示例有限公司", CLEAN.REGISTRATION.uscc)).toEqual([]));

  it("under another credit code than the customer's may be another company's, which a reviewer has to answer for", () => {
    expect(of("福州示例有限公司", "91000000MA00000030")).toEqual(["WARNING REGISTRATION.uscc.customer"]);
    expect(of("Another", "91000000MA00000030")).toEqual([
      "WARNING REGISTRATION.uscc.customer",
      "INFO REGISTRATION.legalName.customer",
    ]);
  });

  it("under another name than a customer's who has no credit code may be another company's", () =>
    expect(of("Another", null)).toEqual(["WARNING REGISTRATION.legalName.only"]));

  it("of a foreign customer has no uscc to miss", () =>
    expect(findings("REGISTRATION", { ...CLEAN.REGISTRATION, uscc: null }, { ...CONTEXT, kind: "OTHER" })).toEqual([]));
});

describe("a contact", () => {
  it.each([
    [{ mobile: null, email: null }, "ERROR CONTACT.reachable"],
    [{ mobile: "12345678901" }, "WARNING CONTACT.mobile.form"],
    [{ email: "chen" }, "WARNING CONTACT.email.form"],
    [{ idNumber: "E12345678" }, "WARNING CONTACT.idNumber.form"],
    [{ idNumber: "110105194902310026" }, "ERROR CONTACT.idNumber.birth-date"],
    [{ idNumber: "110105194912310021" }, "WARNING CONTACT.idNumber.check-character"],
  ])("with %o is found: %s", (change, finding) =>
    expect(findings("CONTACT", { ...CLEAN.CONTACT, ...change })).toContain(finding),
  );

  it("is never asked for an identity number", () =>
    expect(screeningRules("CONTACT").map(({ rule }) => rule)).not.toContain("CONTACT.idNumber.missing"));
});

describe("a financial statement", () => {
  const withChange = (change: GivenContent<"FINANCIAL">) => findings("FINANCIAL", { ...CLEAN.FINANCIAL, ...change });

  it.each([
    [{ netProfit: null }, "ERROR FINANCIAL.netProfit.missing"],
    [{ periodStart: "2026-01-01" }, "ERROR FINANCIAL.periodEnd.order"],
    [{ periodStart: "2025-06-01", periodEnd: "2026-03-11" }, "ERROR FINANCIAL.periodEnd.future"],
    [{ periodStart: "2024-11-29" }, "WARNING FINANCIAL.periodEnd.length"],
    [{ equity: "600000.02" }, "ERROR FINANCIAL.totalAssets.balance"],
    [{ equity: "599999.98" }, "ERROR FINANCIAL.totalAssets.balance"],
    [{ mainRevenue: "2000000.01" }, "WARNING FINANCIAL.mainRevenue.revenue"],
    [{ netProfit: "120000.01" }, "WARNING FINANCIAL.netProfit.tax"],
    [{ taxPaid: "-1" }, "ERROR FINANCIAL.taxPaid.negative"],
    [{ guaranteesGiven: "-0.01" }, "ERROR FINANCIAL.guaranteesGiven.negative"],
    [{ currency: "RMB1" }, "ERROR FINANCIAL.currency.form"],
    [{ auditor: null }, "WARNING FINANCIAL.auditor.audited"],
  ])("with %o is found: %s", (change, finding) => expect(withChange(change)).toEqual([finding]));

  it.each([
    [{ equity: "600000.01" }],
    [{ periodStart: "2024-11-30" }],
    [{ netProfit: "120000" }],
    [{ netProfit: "120001", taxPaid: "0" }],
    [{ audited: false, auditor: null }],
    [{ totalLiabilities: "1100000", equity: "-100000" }],
  ])("with %o is possible", (change) => expect(withChange(change)).toEqual([]));
});

it("a message names fields and rules, never a value", () => {
  const secrets = { personName: "Zhang-SECRET", mobile: "mobile-SECRET", email: "email-SECRET", idNumber: "ID-SECRET" };
  const told = screen("CONTACT", readContent("CONTACT", secrets), CONTEXT);
  expect(told.length).toBeGreaterThan(3);
  expect(JSON.stringify(told)).not.toContain("SECRET");
});
