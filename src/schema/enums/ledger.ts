import { AccessExit, AccessOutcome } from "../../domain/access-event.js";
import { publish } from "./publish.js";

publish("AccessExit", AccessExit, "The way an answer leaves by 出口.", {
  GRAPHQL: "An answer to an operation 查询结果.",
  CSV_REPORT: "A report as a file 报表文件.",
  REJECTED_ROWS: "The rejected rows of an import 导入拒绝行.",
});

publish("AccessOutcome", AccessOutcome, "How an operation ended 结果.", {
  ANSWERED: "It was answered, as its reads say 已答复.",
  REFUSED: "It was refused; nothing was shown 已拒绝.",
  FAILED: "It failed; nothing was shown 失败.",
});
