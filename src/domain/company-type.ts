import type { CustomerKind } from "./customer.js";

/** What a register's company type says about the kind of customer; the first pattern that fits decides. */
const KIND_OF_TYPE: readonly (readonly [RegExp, CustomerKind])[] = [
  // 非法人 is no legal person; a representative office (代表机构) and a sales counter (门市部) contract for their head office.
  [/分支机构|分公司|代表机构|代表处|办事处|非法人/, "BRANCH_OFFICE"],
  [/个体|个人独资|个人经营/, "SOLE_TRADER"],
  [/公司|有限|股份|合伙|集体|国有|全民|企业|合作|联营|外商|中外|港澳台/, "ENTERPRISE"],
];

/** Where the type is not stated (nine rows of ten), the end of the name may still tell. */
const KIND_OF_NAME: readonly (readonly [RegExp, CustomerKind])[] = [
  [/(分公司|代表处|办事处)$/, "BRANCH_OFFICE"],
  [/[(（]个体工商户[)）]$/, "SOLE_TRADER"],
];

const firstFit = (table: readonly (readonly [RegExp, CustomerKind])[], text: string): CustomerKind | undefined =>
  table.find(([pattern]) => pattern.test(text))?.[1];

/** The kind of a customer found in a register of enterprises: an enterprise unless something else is said. */
export const kindOfCompany = (companyType: string | null, name: string): CustomerKind =>
  companyType === null
    ? (firstFit(KIND_OF_NAME, name) ?? "ENTERPRISE")
    : (firstFit(KIND_OF_TYPE, companyType) ?? "OTHER");
