import { CreditRating, RiskClass } from "../../domain/credit.js";
import { CustomerKind, CustomerStatus, Importance } from "../../domain/customer.js";
import { FeedbackKind } from "../../domain/feedback.js";
import { publish } from "./publish.js";

publish("CustomerKind", CustomerKind, "Kind of customer 客户类型.", {
  ENTERPRISE: "Company 企业.",
  SOLE_TRADER: "Sole trader 个体工商户: financial data are personal data too.",
  BRANCH_OFFICE: "Branch office 分支机构.",
  OTHER: "Other organisation 其他组织.",
});

publish("CustomerStatus", CustomerStatus, "Relationship with the customer 客户状态.", {
  PROSPECT: "Prospect 潜在.",
  ACTIVE: "Active 活跃.",
  DORMANT: "Dormant 休眠.",
  CLOSED: "Closed 终止.",
});

publish("Importance", Importance, "How much depends on the customer 重要程度.", {
  A: "Key customer.",
  B: "Regular customer.",
  C: "Occasional customer.",
});

publish("CreditRating", CreditRating, "Credit rating 信用等级, by score.", {
  D: "Below 40.",
  C: "40–59.",
  B: "60–69.",
  A: "70–79.",
  AA: "80–89.",
  AAA: "90 and above.",
});

publish("RiskClass", RiskClass, "Risk class 风险分类: follows from the rating.", {
  LOW: "Rated A or better: re-checked yearly.",
  MEDIUM: "Rated B: re-checked quarterly.",
  HIGH: "Rated C or D: re-checked monthly.",
});

publish("FeedbackKind", FeedbackKind, "What feedback is about 反馈类型.", {
  COMPLAINT: "Complaint 投诉.",
  PRAISE: "Praise 表扬.",
  SUGGESTION: "Suggestion 建议.",
  WARRANTY: "Warranty claim 保修.",
  RETURN_VISIT: "Return visit 回访.",
});
