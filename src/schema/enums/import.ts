import { ImportKind, ImportStatus, RowOutcome } from "../../domain/import-job.js";
import { publish } from "./publish.js";

publish("ImportKind", ImportKind, "What an imported file holds 导入类型.", {
  REGISTER: "A public register 工商登记: customers and their registrations.",
  CONTACTS: "Contact details 联系信息.",
  STATEMENTS: "Financial statements 财务报表.",
  TRANSACTIONS: "Transactions 交易记录.",
});

publish("ImportStatus", ImportStatus, "How far an import is 导入状态.", {
  UPLOADING: "The file is coming in 上传中.",
  QUEUED: "It waits for a process 排队.",
  RUNNING: "Its rows are being written 导入中.",
  DONE: "It is through 完成.",
  FAILED: "It ended, and says why; rows that were in stay in 失败.",
  CANCELLED: "It was ended by whoever uploaded it; rows that were in stay in 已取消.",
});

publish("RowOutcome", RowOutcome, "What an import makes of a row 行结果.", {
  NEW: "A new record 新增.",
  CHANGED: "A new record that corrects the draft an earlier row left 变更.",
  UNCHANGED: "Nothing: it was imported before 未变.",
  REJECTED: "Nothing: it cannot be read, or may not be kept 拒绝.",
});
