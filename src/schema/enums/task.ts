import {
  FindingResult,
  MajorEventKind,
  Priority,
  TaskAction,
  TaskCause,
  TaskStatus,
  VerificationMethod,
} from "../../domain/task.js";
import { publish } from "./publish.js";

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

publish("TaskAction", TaskAction, "What may be done with a task.", {
  CLAIM: "Claim.",
  RELEASE: "Release.",
  SUBMIT: "Submit findings.",
  RETURN: "Send back.",
  REASSIGN: "Reassign.",
  CANCEL: "Cancel.",
});

publish("MajorEventKind", MajorEventKind, "Major events 重大事项 (SP3).", {
  LEGAL_REPRESENTATIVE: "Change of legal representative 法定代表人变更.",
  EQUITY: "Change of equity 股权变更.",
  LITIGATION: "Litigation 诉讼.",
  ABNORMAL_OPERATION: "Abnormal operation 经营异常.",
});
