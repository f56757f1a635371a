import { registerEnumType } from "type-graphql";
import { Role } from "../auth/role.js";
import { CategoryCode } from "../domain/category-code.js";
import { CreditRating, RiskClass } from "../domain/credit.js";
import { CustomerKind, CustomerStatus, Importance } from "../domain/customer.js";
import { Disclosure } from "../domain/disclosure.js";
import type { Enumeration } from "../domain/enumeration.js";
import { FeedbackKind } from "../domain/feedback.js";
import { Grade } from "../domain/grade.js";
import { ConflictResolution, Corroboration, Freshness, RecordAction, RecordStatus } from "../domain/record.js";
import { Severity } from "../domain/screening-severity.js";
import { Channel, LegalBasis, Purpose } from "../domain/source.js";
import {
  FindingResult,
  MajorEventKind,
  Priority,
  TaskAction,
  TaskCause,
  TaskStatus,
  VerificationMethod,
} from "../domain/task.js";

export const SortDirection = { ASC: "ASC", DESC: "DESC" } as const;

/** Publishes a closed list under a name, every value described. */
export const publish = <K extends string>(
  name: string,
  values: Enumeration<K>,
  description: string,
  descriptions: Record<K, string>,
): void => {
  const valuesConfig = Object.fromEntries(
    Object.entries<string>(descriptions).map(([key, text]) => [key, { description: text }]),
  ) as Record<K, { description: string }>;
  registerEnumType(values, { name, description, valuesConfig });
};

publish("SortDirection", SortDirection, "Direction of an order; null comes last in both.", {
  ASC: "Smallest first.",
  DESC: "Largest first.",
});

publish("Grade", Grade, "What kind of fact a field is: decides who may see it.", {
  PUBLIC: "Register facts anyone may know 公开信息.",
  INTERNAL: "The company's own working data 内部信息.",
  CONTACT: "How to reach a person 联系信息.",
  IDENTITY: "Sensitive personal data 敏感个人信息: identity number, bank account.",
  COMMERCIAL: "Trade with us 交易信息: contracts, amounts, feedback.",
  FINANCIAL: "The sensitive financial set 财务信息.",
  CREDIT: "Ratings, scores, limits, risk class 信用评估信息.",
  RECORD: "May quote a record's content: weighs as the ceiling of the record's category.",
  CARRIED: "Part of a value: the field that returned the value decides.",
});

publish("Role", Role, "The roles 角色. An account acts in one at a time.", {
  CLERK: "文员: works for one branch with a limited view.",
  COLLECTOR: "采集员: collects information for one branch.",
  VERIFIER: "核实员: verifies for one branch; sees in full what a live claim needs.",
  REVIEWER: "审核员: approves, returns, resolves.",
  ANALYST: "信用分析员: assesses credit.",
  ARCHIVIST: "档案管理员: seals and keeps the archive.",
  COMPLIANCE: "合规专员: personal data, consent, restriction.",
  REPORTER: "报表工具: aggregates only.",
  AUDITOR: "审计员: reads the access ledger.",
  ADMIN: "系统管理员: accounts and branches, no archive rows.",
});

publish("Disclosure", Disclosure, "How much of a fact is shown.", {
  FULL: "The value.",
  MASKED: "Part of the value.",
  TASK_BOUND: "The value on records bound to my work, elsewhere masked or nothing.",
  DENIED: "Nothing.",
});

publish("CategoryCode", CategoryCode, "Information categories 信息类别 (SP5).", {
  REGISTRATION: "Basic identity 基本身份信息.",
  CONTACT: "Contact 联系信息.",
  OPERATION: "Operation 经营情况.",
  FINANCIAL: "Financial state 财务状况.",
  TRANSACTION: "Transactions and performance 交易与履约记录.",
  CREDIT: "Credit assessment 信用评估信息.",
  FEEDBACK: "After-sale feedback 售后服务反馈.",
});

publish("RecordStatus", RecordStatus, "Life of a record 档案状态 (SP8, SP10, SP11).", {
  COLLECTED: "Arrived 已采集.",
  RETURNED: "Sent back 已退回: corrected by a new record, never edited.",
  IN_VERIFICATION: "Being verified 核实中.",
  VERIFIED: "Verified 已核实.",
  APPROVED: "Approved 审核通过.",
  ARCHIVED: "Archived and sealed 已归档.",
  SUPERSEDED: "Followed by a newer record of its series 已更替.",
  RESTRICTED: "Kept, unreadable, unprocessable 已限制处理.",
  ERASED: "Tombstone 已删除: hash, reason, authority.",
});

publish("Corroboration", Corroboration, "How far independent findings carry a record 佐证程度 (SP2).", {
  SELF_DECLARED: "The customer's own word.",
  SINGLE_SOURCE: "One source.",
  PARTIAL: "Confirmed, short of what the category demands.",
  FULL: "As many independent confirmations as the category demands.",
  REFUTED: "Contradicted by a finding.",
});

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

publish("VerificationMethod", VerificationMethod, "Ways of verifying 核实方式 (SP7).", {
  PHONE_CALL: "Phone call 电话访问.",
  SITE_VISIT: "Site visit 现场调查.",
  THIRD_PARTY_COMPARISON: "Third-party comparison 第三方信息比对.",
  PUBLIC_REGISTER_CHECK: "Public register check 公示信息查询.",
  DOCUMENT_CHECK: "Document check 凭证核对.",
});

publish("TaskStatus", TaskStatus, "State of a verification task 核实任务状态.", {
  OPEN: "Waiting in the queue.",
  CLAIMED: "Held by a verifier, for 72 h at most.",
  SUBMITTED: "Findings handed in.",
  RETURNED: "Sent back by a reviewer.",
  CLOSED: "Done.",
  CANCELLED: "Called off.",
});

publish("TaskCause", TaskCause, "Why a task was opened 任务起因.", {
  ROUTINE: "Collected information that needs confirmation.",
  CONTRADICTION: "Screening found a contradiction: due in 24 h.",
  MAJOR_EVENT: "A major event: due in 24 h.",
  REQUEST: "A reviewer asked for it.",
  REFRESH: "Periodic refresh.",
});

publish("Priority", Priority, "Urgency of a task 优先级.", {
  LOW: "Low.",
  NORMAL: "Normal.",
  HIGH: "High.",
  URGENT: "Urgent: before everything else.",
});

publish("FindingResult", FindingResult, "What verification found 核实结果.", {
  CONFIRMED: "Confirmed 属实.",
  CONTRADICTED: "Contradicted 不符.",
  INCONCLUSIVE: "Inconclusive 无法判断.",
  NOT_REACHED: "Source not reached 未联系到.",
});

publish("Severity", Severity, "Weight of a screening finding (SP8).", {
  INFO: "Worth knowing.",
  WARNING: "A reviewer may override it with a reason.",
  ERROR: "The record goes back.",
  CONTRADICTION: "Contradicts another live record.",
});

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

publish("Freshness", Freshness, "How current the records in force are 时效 (SP3).", {
  FRESH: "Within the refresh interval.",
  DUE: "To be refreshed within 14 days.",
  STALE: "Past the refresh interval, or nothing in force.",
});

publish("RecordAction", RecordAction, "What may be done with a record.", {
  CORRECT: "Collect a correcting record.",
  REQUEST_VERIFICATION: "Ask for verification.",
  APPROVE: "Approve.",
  RETURN: "Send back.",
  ARCHIVE: "Archive and seal.",
  RESTRICT: "Restrict processing.",
  LIFT_RESTRICTION: "Lift the restriction.",
});

publish("TaskAction", TaskAction, "What may be done with a task.", {
  CLAIM: "Claim.",
  RELEASE: "Release.",
  SUBMIT: "Submit findings.",
  RETURN: "Send back.",
  REASSIGN: "Reassign.",
  CANCEL: "Cancel.",
});

publish("ConflictResolution", ConflictResolution, "How a conflict was resolved.", {
  KEEP_FIRST: "The first record holds.",
  KEEP_SECOND: "The second record holds.",
  BOTH_VALID: "Both hold, each for its own time.",
  NEITHER: "Neither holds.",
});

publish("FeedbackKind", FeedbackKind, "What feedback is about 反馈类型.", {
  COMPLAINT: "Complaint 投诉.",
  PRAISE: "Praise 表扬.",
  SUGGESTION: "Suggestion 建议.",
  WARRANTY: "Warranty claim 保修.",
  RETURN_VISIT: "Return visit 回访.",
});

publish("MajorEventKind", MajorEventKind, "Major events 重大事项 (SP3).", {
  LEGAL_REPRESENTATIVE: "Change of legal representative 法定代表人变更.",
  EQUITY: "Change of equity 股权变更.",
  LITIGATION: "Litigation 诉讼.",
  ABNORMAL_OPERATION: "Abnormal operation 经营异常.",
});
