import { Role } from "../../auth/role.js";
import { RowScope } from "../../auth/scope.js";
import { Use } from "../../auth/use.js";
import { Disclosure } from "../../domain/disclosure.js";
import { Grade } from "../../domain/grade.js";
import { publish } from "./publish.js";

publish("Grade", Grade, "What kind of fact a field is: decides who may see it.", {
  PUBLIC: "Register facts anyone may know 公开信息.",
  INTERNAL: "The company's own working data 内部信息.",
  CONTACT: "How to reach a person 联系信息.",
  IDENTITY: "Sensitive personal data 敏感个人信息: identity number, bank account.",
  COMMERCIAL: "Trade with us 交易信息: contracts, amounts, feedback.",
  FINANCIAL: "The sensitive financial set 财务信息.",
  CREDIT: "Ratings, scores, limits, risk class 信用评估信息.",
  RECORD: "May quote a record's content: weighs as the ceiling of the record's category, or as the field it is about.",
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

publish("RowScope", RowScope, "Whose rows there are to a role 数据范围.", {
  ALL: "All customers'.",
  BRANCH: "Those of customers of the own branch.",
  NONE: "Nobody's.",
});

publish("Disclosure", Disclosure, "How much of a fact is shown.", {
  FULL: "The value.",
  MASKED: "Part of the value.",
  TASK_BOUND: "The value on records bound to my work, elsewhere masked or nothing.",
  DENIED: "Nothing.",
});

publish("Use", Use, "What a field can be used for. Only project may be answered in part.", {
  project: "Shown 展示.",
  filter: "To pick rows by 筛选.",
  order: "To order rows by 排序.",
  group: "To group a report by 分组.",
  aggregate: "In a sum, mean or count 汇总.",
  search: "To search by 搜索.",
  cursor: "In a cursor 分页.",
  write: "To be written 写入.",
  subscribe: "To be told of changes 订阅.",
  export: "To be exported 导出.",
});
