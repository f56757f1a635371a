import { type Channel, OFFICIAL_REGISTER } from "../../domain/source.js";
import { demoId } from "./demo-id.js";

/** Where a record comes from (SP6), as its columns have it. */
export interface Origin {
  readonly channel: Channel;
  readonly subChannel: string | null;
  readonly party?: string;
  readonly reference?: string;
  readonly agreementId?: string;
  readonly tool?: string;
  readonly consentId?: string;
  readonly legalBasis?: "CONTRACT";
}

export const AGREEMENT = { running: demoId("agreement", "running"), expired: demoId("agreement", "expired") } as const;

/** The usual origins of the demo's records; a maker adds consent or legal basis where a person is concerned. */
export const ORIGIN = {
  register: { channel: "PUBLIC_SOURCE", subChannel: OFFICIAL_REGISTER, party: "企业登记机关" },
  customer: { channel: "DIRECT_CONTACT", subChannel: "MEETING", party: "客户" },
  phone: { channel: "DIRECT_CONTACT", subChannel: "PHONE", party: "客户" },
  visit: { channel: "SITE_INVESTIGATION", subChannel: null, party: "现场调查组" },
  ledger: { channel: "DIRECT_CONTACT", subChannel: "CONTRACT_LEDGER", party: "本公司销售部" },
  agency: { channel: "THIRD_PARTY_AGENCY", subChannel: null, party: "示例征信有限公司" },
  research: { channel: "MARKET_RESEARCH", subChannel: null, party: "样本市场研究中心" },
  partner: { channel: "PARTNER", subChannel: "SUPPLIER", party: "示例供应链集团", agreementId: AGREEMENT.running },
  formerPartner: {
    channel: "PARTNER",
    subChannel: "DISTRIBUTOR",
    party: "样本分销联盟",
    agreementId: AGREEMENT.expired,
  },
  analysis: { channel: "DATA_ANALYSIS", subChannel: null, party: "本公司信用管理部", tool: "评分卡 2.1" },
} as const satisfies Record<string, Origin>;
