import type { CategoryCode } from "./category-code.js";

/** A field as a form shows it. `required`: without it a record is returned; `recommended`: its absence is noted. */
export interface CategoryField {
  readonly name: string;
  readonly label: string;
  readonly labelZh: string;
  readonly required: boolean;
  readonly recommended: boolean;
  /** Verification has to confirm it (SP2). */
  readonly critical: boolean;
}

type Need = "required" | "recommended" | "optional";

const field = (name: string, label: string, labelZh: string, need: Need, weight?: "critical"): CategoryField => ({
  name,
  label,
  labelZh,
  required: need === "required",
  recommended: need === "recommended",
  critical: weight === "critical",
});

/** The fields of each category by their names in the API. An identity number is never recommended: less is better. */
// biome-ignore format: it is a table
export const CATEGORY_FIELDS = {
  REGISTRATION: [
    field("legalName", "Legal name", "企业名称", "required", "critical"),
    field("uscc", "Unified social credit code", "统一社会信用代码", "required", "critical"),
    field("legalRepresentative", "Legal representative", "法定代表人", "recommended", "critical"),
    field("registeredCapital", "Registered capital", "注册资本", "recommended"),
    field("establishedOn", "Established on", "成立日期", "recommended"),
    field("companyType", "Company type", "企业类型", "recommended"),
    field("registrationRegion", "Region of registration", "登记地区", "recommended"),
    field("registeredAddress", "Registered address", "注册地址", "recommended"),
    field("businessScope", "Business scope", "经营范围", "recommended"),
    field("industry", "Industry", "所属行业", "recommended"),
    field("operatingStatus", "Operating status", "登记状态", "recommended", "critical"),
  ],
  CONTACT: [
    field("personName", "Name of the person", "联系人姓名", "required", "critical"),
    field("position", "Position", "职务", "recommended"),
    field("mobile", "Mobile", "手机号码", "recommended", "critical"),
    field("landline", "Landline", "固定电话", "optional"),
    field("email", "E-mail", "电子邮箱", "recommended"),
    field("postalAddress", "Postal address", "通讯地址", "optional"),
    field("idNumber", "Identity number", "身份证件号码", "optional"),
  ],
  OPERATION: [
    field("premises", "Premises", "经营场所", "recommended"),
    field("mainProducts", "Main products", "主要产品", "recommended"),
    field("mainMarkets", "Main markets", "主要市场", "recommended"),
    field("marketPosition", "Market position", "市场地位", "optional"),
    field("competition", "Competition", "竞争情况", "optional"),
    field("operatingState", "Operating state", "经营状况", "required", "critical"),
    field("litigationCount", "Pending lawsuits", "涉诉数量", "recommended", "critical"),
    field("employees", "Employees", "员工人数", "recommended", "critical"),
  ],
  FINANCIAL: [
    field("periodStart", "Start of the period", "报告期起始日", "required"),
    field("periodEnd", "End of the period", "报告期截止日", "required"),
    field("totalAssets", "Total assets", "资产总额", "required", "critical"),
    field("totalLiabilities", "Total liabilities", "负债总额", "required", "critical"),
    field("equity", "Equity", "所有者权益", "recommended", "critical"),
    field("revenue", "Revenue", "营业总收入", "required", "critical"),
    field("mainRevenue", "Revenue of the main business", "主营业务收入", "recommended"),
    field("profitBeforeTax", "Profit before tax", "利润总额", "recommended"),
    field("netProfit", "Net profit", "净利润", "required", "critical"),
    field("taxPaid", "Tax paid", "纳税总额", "recommended"),
    field("guaranteesGiven", "Guarantees given", "对外担保", "recommended"),
    field("operatingCashFlow", "Operating cash flow", "经营活动现金流", "recommended"),
    field("currency", "Currency", "币种", "required"),
    field("audited", "Audited", "是否经审计", "recommended"),
    field("auditor", "Auditor", "审计机构", "optional"),
    field("bankAccount", "Bank account", "银行账号", "optional"),
  ],
  TRANSACTION: [
    field("contractNumber", "Contract number", "合同编号", "required", "critical"),
    field("occurredOn", "Occurred on", "交易日期", "required", "critical"),
    field("dueOn", "Due on", "应付日期", "recommended"),
    field("settledOn", "Settled on", "结清日期", "optional", "critical"),
    field("amount", "Amount", "交易金额", "required", "critical"),
    field("settledAmount", "Settled amount", "已结金额", "recommended", "critical"),
    field("disputed", "Disputed", "是否有争议", "recommended"),
    field("performance", "Performance of the contract", "履约情况", "recommended"),
  ],
  CREDIT: [
    field("rating", "Rating", "信用等级", "required"),
    field("score", "Score", "信用评分", "required"),
    field("creditLimit", "Credit limit", "信用额度", "recommended"),
    field("paymentTermDays", "Payment term in days", "账期（天）", "recommended"),
    field("validUntil", "Valid until", "有效期至", "recommended"),
    field("rationale", "Rationale", "评估依据", "required"),
    field("scorecardVersion", "Version of the score card", "评分卡版本", "recommended"),
  ],
  FEEDBACK: [
    field("receivedOn", "Received on", "接收日期", "required"),
    field("kind", "Kind", "反馈类型", "required"),
    field("satisfaction", "Satisfaction, 1 to 5", "满意度（1–5）", "recommended"),
    field("text", "Text", "反馈内容", "recommended"),
    field("resolution", "Resolution", "处理结果", "optional"),
    field("resolvedOn", "Resolved on", "处理日期", "optional"),
  ],
} as const satisfies Record<CategoryCode, readonly CategoryField[]>;
