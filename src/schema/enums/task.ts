import {
  FindingReason,
  FindingResult,
  MajorEventKind,
  Priority,
  TaskAction,
  TaskCause,
  TaskReason,
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

publish("TaskReason", TaskReason, "Why somebody moved a task 任务变动原因.", {
  INCOMPLETE: "Not all that was to be found out was.",
  UNCLEAR: "What was found is not clear.",
  WRONG_PARTY: "The party asked is not the one who knows.",
  NOT_INDEPENDENT: "The party asked is not independent of the source.",
  WORKLOAD: "Its holder has too much to do.",
  ABSENCE: "Its holder is away.",
  CONFLICT_OF_INTEREST: "Its holder is not impartial.",
  DUPLICATE: "Another task does the same.",
  NO_LONGER_NEEDED: "What it was for is settled.",
  OTHER: "Another reason, said in words.",
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

publish("FindingReason", FindingReason, "Why a finding is as it is 核实依据.", {
  MATCHES_DOCUMENT: "A document says the same 与凭证一致.",
  MATCHES_REGISTER: "A public register says the same 与公示信息一致.",
  MATCHES_THIRD_PARTY: "A third party says the same 与第三方信息一致.",
  CONFIRMED_BY_PERSON: "Whoever knows confirmed it 知情人确认.",
  SEEN_ON_SITE: "Seen on site 现场所见一致.",
  DIFFERS: "The source says otherwise 与来源不符.",
  OUTDATED: "It was right once 信息已过期.",
  NOT_FOUND: "The source knows nothing of it 查无此项.",
  UNCLEAR: "The source can be read either way 表述不清.",
  INCOMPLETE_EVIDENCE: "What was shown does not suffice 资料不全.",
  REFUSED: "The source would not say 拒绝提供.",
  MOVED: "Not to be found there any more 已搬迁.",
  NO_ANSWER: "No answer 无人应答.",
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
