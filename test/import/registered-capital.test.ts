import { describe, expect, test } from "vitest";
import { isUnmistakablyCapital, parseRegisteredCapital } from "../../src/domain/registered-capital.js";

describe("a registered capital is read as registers write it", () => {
  test.each([
    ["2,000(万元人民币)", "20000000", "CNY"],
    ["285(万美元)", "2850000", "USD"],
    ["4万元人民币", "40000", "CNY"],
    ["150万人民币", "1500000", "CNY"],
    ["100(万人民币 )", "1000000", "CNY"],
    ["1,044.3000(万元人民币)", "10443000", "CNY"],
    ["0.00013(万元人民币)", "1.3", "CNY"],
    ["20万元美元", "200000", "USD"],
    ["5（万港币）", "50000", "HKD"],
    ["5万香港元", "50000", "HKD"],
    ["7(万德国马克)", "70000", "DEM"],
    ["7(万日元)", "70000", "JPY"],
    ["3万欧元", "30000", "EUR"],
    ["9(万新加坡元)", "90000", "SGD"],
    ["1(万英镑)", "10000", "GBP"],
    ["1(万法国法郎)", "10000", "FRF"],
    ["1(万瑞士法郎)", "10000", "CHF"],
    ["1(万加拿大元)", "10000", "CAD"],
    ["1(万澳大利亚元)", "10000", "AUD"],
    ["人民币2000万元", "20000000", "CNY"],
    ["1.5亿元人民币", "150000000", "CNY"],
    ["0(万元人民币)", "0", "CNY"],
  ])("%s is %s %s", (text, amount, currency) => {
    expect(parseRegisteredCapital(text)).toEqual({ amount, currency, issue: null });
  });

  test.each(["38(万)", "38万元", "380000"])("%s has no currency one could be sure of", (text) => {
    expect(parseRegisteredCapital(text)).toMatchObject({ currency: null, issue: "CURRENCY_UNKNOWN" });
  });

  test("a unit without a figure says nothing, and that is noted", () => {
    expect(parseRegisteredCapital("(万人民币 )")).toEqual({ amount: null, currency: null, issue: "AMOUNT_MISSING" });
  });

  test.each(["N/A", "n/a", "", "  ", "-"])("%j states nothing", (text) => {
    expect(parseRegisteredCapital(text)).toEqual({ amount: null, currency: null, issue: null });
  });

  test.each([
    "Jean",
    "38万越南盾",
    "美元38万港币",
    "2,00(万元人民币)",
    "1.2.3万美元",
    "-5万美元",
    "1e9",
    "NaN",
    "一百万元",
    "9".repeat(30),
  ])("%s is unreadable", (text) => {
    expect(parseRegisteredCapital(text)).toEqual({ amount: null, currency: null, issue: "UNREADABLE" });
  });
});

describe("a capital is recognised wherever it stands", () => {
  test("by figure and unit together", () => {
    expect(["1,200(万美元)", "38(万)"].every(isUnmistakablyCapital)).toBe(true);
  });

  test("and neither a place, nor an address, nor a bare number is taken for one", () => {
    expect(["上海", "万元", "2000", "万安路35号", "N/A"].some(isUnmistakablyCapital)).toBe(false);
  });
});
