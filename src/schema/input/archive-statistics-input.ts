import { Field, InputType } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { CategoryCode } from "../../domain/category-code.js";
import { CreditRating, RiskClass } from "../../domain/credit.js";
import { CustomerKind, CustomerStatus, Importance } from "../../domain/customer.js";
import { Grade } from "../../domain/grade.js";
import { RecordStatus } from "../../domain/record.js";
import { StatisticsMeasure } from "../../domain/statistics/measure.js";
import { StatisticsDimension } from "../../domain/statistics/subject.js";
import { TaskCause, TaskStatus, VerificationMethod } from "../../domain/task.js";

@InputType({ description: "Which groups a report is about: one of the values of each dimension named, 100 at most." })
class StatisticsFilter {
  @Field(() => [String], { nullable: true, description: "Branches, by code 分公司: one there is, or the own one." })
  @Classified(Grade.PUBLIC)
  branch?: string[] | null;

  @Field(() => [String], { nullable: true, description: "Provinces: two digits of GB/T 2260 省." })
  @Classified(Grade.PUBLIC)
  province?: string[] | null;

  @Field(() => [String], { nullable: true, description: "Cities: four digits of GB/T 2260 市." })
  @Classified(Grade.PUBLIC)
  city?: string[] | null;

  @Field(() => [String], { nullable: true, description: "Sections of industry: letters of GB/T 4754 行业门类." })
  @Classified(Grade.PUBLIC)
  industrySection?: string[] | null;

  @Field(() => [CustomerKind], { nullable: true, description: "Kinds of customer 客户类型." })
  @Classified(Grade.PUBLIC)
  kind?: CustomerKind[] | null;

  @Field(() => [Importance], { nullable: true, description: "Importance 重要程度." })
  @Classified(Grade.INTERNAL)
  importance?: Importance[] | null;

  @Field(() => [CustomerStatus], { nullable: true, description: "Relationship with the customer 客户状态." })
  @Classified(Grade.INTERNAL)
  status?: CustomerStatus[] | null;

  @Field(() => [RiskClass], { nullable: true, description: "Risk classes 风险分类." })
  @Classified(Grade.CREDIT)
  riskClass?: RiskClass[] | null;

  @Field(() => [CreditRating], { nullable: true, description: "Ratings in force 信用等级." })
  @Classified(Grade.CREDIT)
  rating?: CreditRating[] | null;

  @Field(() => [CategoryCode], { nullable: true, description: "Categories of the records or tasks 信息类别." })
  @Classified(Grade.INTERNAL)
  category?: CategoryCode[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Months the records were collected, or the tasks opened: YYYY-MM.",
  })
  @Classified(Grade.INTERNAL)
  month?: string[] | null;

  @Field(() => [RecordStatus], { nullable: true, description: "States of the records 档案状态." })
  @Classified(Grade.INTERNAL)
  recordStatus?: RecordStatus[] | null;

  @Field(() => [VerificationMethod], { nullable: true, description: "Methods of the tasks 核实方式." })
  @Classified(Grade.INTERNAL)
  taskMethod?: VerificationMethod[] | null;

  @Field(() => [TaskStatus], { nullable: true, description: "States of the tasks 任务状态." })
  @Classified(Grade.INTERNAL)
  taskStatus?: TaskStatus[] | null;

  @Field(() => [TaskCause], { nullable: true, description: "Causes of the tasks 任务起因." })
  @Classified(Grade.INTERNAL)
  taskCause?: TaskCause[] | null;
}

@InputType({ description: "What a report is asked for." })
export class ArchiveStatisticsInput {
  @Field(() => [StatisticsDimension], {
    description: "Dimensions, 3 at most, 2 of them of records or tasks. None: one group, the total.",
  })
  @Classified(Grade.CARRIED)
  groupBy: StatisticsDimension[];

  @Field(() => [StatisticsMeasure], { description: "Measures, at least one." })
  @Classified(Grade.CARRIED)
  measures: StatisticsMeasure[];

  @Field(() => StatisticsFilter, {
    nullable: true,
    description: "Only customers, records or tasks for which this holds.",
  })
  @Classified(Grade.CARRIED)
  filter?: StatisticsFilter | null;
}
