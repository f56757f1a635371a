import { CategoryCode } from "../../domain/category-code.js";
import { ConflictResolution, Corroboration, Freshness, RecordAction, RecordStatus } from "../../domain/record.js";
import { Severity } from "../../domain/screening-severity.js";
import { publish } from "./publish.js";

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
  SELF_DECLARED:
    "No more than its source's own word: some field to verify nobody has confirmed, and none was confirmed twice.",
  SINGLE_SOURCE:
    "Every field to verify is confirmed, none of them twice; an official register as source of a registration confirms all of it once.",
  PARTIAL:
    "Some field to verify is confirmed twice, not all of them; in a small company, where two persons are all there is, no more is reached.",
  FULL: "Every field to verify is confirmed twice, by different methods, different parties and different performers.",
  REFUTED: "A finding contradicts some field of it.",
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

publish("ConflictResolution", ConflictResolution, "How a conflict was resolved.", {
  KEEP_FIRST: "The first record holds.",
  KEEP_SECOND: "The second record holds.",
  BOTH_VALID: "Both hold, each for its own time.",
  NEITHER: "Neither holds.",
});

publish("Severity", Severity, "Weight of a screening finding (SP8).", {
  INFO: "Worth knowing.",
  WARNING: "A reviewer may override it with a reason.",
  ERROR: "The record goes back.",
  CONTRADICTION: "Contradicts another live record.",
});
