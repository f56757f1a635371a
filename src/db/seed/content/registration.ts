import type { Content } from "../../../domain/content.js";
import type { LocalDate } from "../../../domain/local-date.js";
import { type DemoCustomer, personName } from "../customers.js";
import { randomOf } from "../random.js";
import { STREETS } from "../words.js";
import { yuan } from "./amount.js";

const COMPANY_TYPE = {
  ENTERPRISE: "有限责任公司",
  SOLE_TRADER: "个体工商户",
  BRANCH_OFFICE: "有限责任公司分公司",
  OTHER: "外国（地区）企业常驻代表机构",
} as const;

/** Who the customer is; an edition other than the first names another legal representative. */
export const registrationContent = (customer: DemoCustomer, edition = 0): Content<"REGISTRATION"> => {
  const { index, name, uscc, kind, place, trade, size } = customer;
  const random = randomOf("registration", index);
  return {
    legalName: name,
    uscc,
    legalRepresentative: edition === 0 ? customer.legalRepresentative : personName("representative", index, edition),
    registeredCapital: yuan(Math.max(30_000, Math.round(size / 50_000) * 10_000)),
    registeredCapitalCurrency: kind === "OTHER" ? "USD" : "CNY",
    establishedOn:
      `${random.between(1996, 2019)}-${random.pick(["03", "06", "09"])}-${random.between(10, 28)}` as LocalDate,
    companyType: COMPANY_TYPE[kind],
    registrationRegion: place.region,
    registeredAddress: `${place.city}市${place.district}${random.pick(STREETS)}${random.between(1, 300)}号`,
    businessScope: `${trade.products}的生产、销售及相关技术服务`,
    industry: trade.industry,
    operatingStatus: "存续",
  };
};
