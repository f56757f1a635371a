import { describe, expect, it } from "vitest";
import { customerCodeFrom, isCustomerCode } from "../../src/domain/customer-code.js";
import { isEmail } from "../../src/domain/email.js";
import { isIndustryCode } from "../../src/domain/industry-code.js";
import { isMobile } from "../../src/domain/mobile.js";
import { isRegionCode, namesKnownProvince, regionsAgree } from "../../src/domain/region-code.js";

const right = (test: (text: string) => boolean, texts: readonly string[]) => texts.filter(test);

describe("identifiers", () => {
  it("a mobile has eleven digits from 13 on", () =>
    expect(right(isMobile, ["13812345678", "12812345678", "1381234567", "+8613812345678"])).toEqual(["13812345678"]));

  it("an e-mail has a name and a dotted domain", () =>
    expect(right(isEmail, ["a@b.cn", "a@b", "@b.cn", "a b@c.cn", "a@b..cn", "a@b.c.cn"])).toEqual([
      "a@b.cn",
      "a@b.c.cn",
    ]));

  it("an industry is a section, or a section with two to four digits", () =>
    expect(right(isIndustryCode, ["C", "C13", "C1311", "C1", "U13", "c13", "C13111"])).toEqual(["C", "C13", "C1311"]));

  it("a region has six digits, and begins as a province does", () => {
    expect(right(isRegionCode, ["350100", "35010", "35010A"])).toEqual(["350100"]);
    expect(right(namesKnownProvince, ["350100", "000000", "710000", "990000"])).toEqual(["350100", "710000"]);
  });

  it.each([
    ["350100", "350102", true],
    ["350000", "350102", true],
    ["000000", "350102", true],
    ["350200", "350102", false],
    ["101000", "101001", true],
  ])("region %s and %s agree: %s", (a, b, agree) => expect(regionsAgree(a, b)).toBe(agree));

  it("a customer code made from any bytes is one", () => {
    expect(customerCodeFrom(Uint8Array.from([0, 31, 32, 255]))).toBe("C0Z0Z");
    expect(right(isCustomerCode, ["C0Z0Z", "A-1", "-1", "a1", "", "A".repeat(33)])).toEqual(["C0Z0Z", "A-1"]);
  });
});
