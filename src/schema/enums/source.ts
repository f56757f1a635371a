import { Channel, LegalBasis, Purpose } from "../../domain/source.js";
import { publish } from "./publish.js";

publish("Channel", Channel, "Channels of collection 采集渠道 (SP6).", {
  DIRECT_CONTACT: "Meeting, phone, e-mail 直接接触.",
  PUBLIC_SOURCE: "Website, social media, news, registers 公开渠道.",
  PARTNER: "Supplier, distributor, financial institution 合作伙伴.",
  MARKET_RESEARCH: "Market research 市场调研.",
  DATA_ANALYSIS: "Data-analysis tools 数据分析工具.",
  THIRD_PARTY_AGENCY: "Third-party agency 第三方机构.",
  SITE_INVESTIGATION: "Site investigation 实地调查.",
});

publish("LegalBasis", LegalBasis, "Grounds other than consent (PIPL art. 13) 合法性基础.", {
  CONTRACT: "Necessary to conclude or perform a contract with the person.",
  LEGAL_DUTY: "Necessary to fulfil a statutory duty.",
  EMERGENCY: "Necessary in a public health or life-and-property emergency.",
  NEWS_SUPERVISION: "News reporting or public supervision in the public interest.",
  DISCLOSED_INFORMATION: "Made public by the person or otherwise lawfully, within reason.",
  OTHER_LAW: "Other circumstances laid down by law.",
});

publish("Purpose", Purpose, "Purposes of processing 处理目的 (SP4): a closed list.", {
  CREDIT_ASSESSMENT: "Assessing credit 信用评估.",
  CONTRACT_PERFORMANCE: "Performing a contract 合同履行.",
  AFTER_SALE_SERVICE: "After-sale service 售后服务.",
  DEBT_COLLECTION: "Collecting receivables 应收账款催收.",
  LEGAL_DUTY: "Fulfilling a statutory duty 法定义务.",
  AUDIT: "Audit 审计.",
});
