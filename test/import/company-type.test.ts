import { expect, test } from "vitest";
import { kindOfCompany } from "../../src/domain/company-type.js";

test.each([
  ["有限责任公司", "ENTERPRISE"],
  ["普通合伙", "ENTERPRISE"],
  ["集体所有制", "ENTERPRISE"],
  ["个人独资企业", "SOLE_TRADER"],
  ["个体工商户", "SOLE_TRADER"],
  ["集体分支机构(非法人)", "BRANCH_OFFICE"],
  ["股份合作制分支机构", "BRANCH_OFFICE"],
  ["外国(地区)企业常驻代表机构", "BRANCH_OFFICE"],
  ["Société anonyme", "OTHER"],
] as const)("the company type %s is of kind %s", (type, kind) => {
  expect(kindOfCompany(type, "某某")).toBe(kind);
});

test.each([
  ["甲乙丙商贸有限公司", "ENTERPRISE"],
  ["甲乙丙商贸有限公司杭州分公司", "BRANCH_OFFICE"],
  ["某某理发店（个体工商户）", "SOLE_TRADER"],
] as const)("without a type, the name %s tells the kind %s", (name, kind) => {
  expect(kindOfCompany(null, name)).toBe(kind);
});
