import { namesOf } from "../../domain/enumeration.js";
import type { Grade } from "../../domain/grade.js";
import { FIGURES, figureOf, gradeOfMeasure, StatisticsMeasure } from "../../domain/statistics/measure.js";
import { StatisticsDimension } from "../../domain/statistics/subject.js";
import { publish } from "./publish.js";
import { VALUE_GRADES } from "./value-grades.js";

/** What a group is made by tells what its members are: each weighs as the field it reads. */
const DIMENSION_GRADES = {
  BRANCH: "PUBLIC",
  PROVINCE: "PUBLIC",
  CITY: "PUBLIC",
  INDUSTRY_SECTION: "PUBLIC",
  KIND: "PUBLIC",
  IMPORTANCE: "INTERNAL",
  STATUS: "INTERNAL",
  RISK_CLASS: "CREDIT",
  RATING: "CREDIT",
  CATEGORY: "INTERNAL",
  MONTH: "INTERNAL",
  RECORD_STATUS: "INTERNAL",
  TASK_METHOD: "INTERNAL",
  TASK_STATUS: "INTERNAL",
  TASK_CAUSE: "INTERNAL",
} as const satisfies Record<StatisticsDimension, Grade>;

publish(
  "StatisticsDimension",
  StatisticsDimension,
  "What a report is grouped by 统计维度. Those of customers go with everything; CATEGORY and MONTH with records or tasks.",
  {
    BRANCH: "Branch that works with the customer 分公司; its code.",
    PROVINCE: "Province of the customer's region 省: two digits of GB/T 2260.",
    CITY: "City of the customer's region 市: four digits of GB/T 2260.",
    INDUSTRY_SECTION: "Section of the customer's industry 行业门类: a letter of GB/T 4754.",
    KIND: "Kind of customer 客户类型.",
    IMPORTANCE: "Importance of the customer 重要程度.",
    STATUS: "Relationship with the customer 客户状态.",
    RISK_CLASS: "Risk class of the customer 风险分类; null where none is assessed.",
    RATING: "Rating in force of the customer 信用等级; null where there is none.",
    CATEGORY: "Category of the records, or of the tasks 信息类别.",
    MONTH: "Month the records were collected, or the tasks opened 月份: YYYY-MM of the business day.",
    RECORD_STATUS: "Where the records stand 档案状态.",
    TASK_METHOD: "Method of the tasks 核实方式.",
    TASK_STATUS: "State of the tasks 任务状态.",
    TASK_CAUSE: "Cause of the tasks 任务起因.",
  },
);
VALUE_GRADES.set("StatisticsDimension", DIMENSION_GRADES);

const COUNTS = {
  CUSTOMERS: "Customers 客户数: of records or tasks, those that have one.",
  RECORDS: "Records in whatever state 档案数.",
  TASKS: "Verification tasks in whatever state 任务数.",
  OPEN_TASKS: "Tasks of which findings are still to come 未完成任务数: open, claimed or returned.",
  OVERDUE_TASKS: "Of these, those past their due time 逾期任务数.",
  COMPLETENESS_MEAN: "Mean of the customers' completeness 平均完整度, 0 to 1, four decimals (SP1).",
  VERIFIED_SHARE:
    "Of the live and archived records, the share corroborated as their category demands 核实率, 0 to 1, four decimals (SP2).",
} as const;

const describe = (measure: StatisticsMeasure): string => {
  const figure = figureOf(measure);
  if (figure === null) return COUNTS[measure as keyof typeof COUNTS];
  const { zh, from } = { ...FIGURES[figure], from: SOURCES[FIGURES[figure].from] };
  return measure.endsWith("_SUM") ? `Sum 合计: ${zh}, ${from}.` : `Mean per customer 户均: ${zh}, ${from}.`;
};

const SOURCES = {
  statement: "of the newest archived statement, per currency",
  operation: "of the archived record in force",
  transactions: "of the archived transactions, per currency",
  assessment: "of the archived assessment in force",
  feedback: "of the archived feedback",
} as const;

publish(
  "StatisticsMeasure",
  StatisticsMeasure,
  "What a report says of its groups 统计指标. Figures are of customers, each bringing in one amount; they go with dimensions of customers only.",
  Object.fromEntries(namesOf(StatisticsMeasure).map((name) => [name, describe(name)])) as Record<
    StatisticsMeasure,
    string
  >,
);
VALUE_GRADES.set(
  "StatisticsMeasure",
  Object.fromEntries(namesOf(StatisticsMeasure).map((name) => [name, gradeOfMeasure(name)])),
);
