import { Field, Int, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { StatisticsMeasure } from "../domain/statistics/measure.js";
import { StatisticsDimension } from "../domain/statistics/subject.js";
import { DecimalScalar } from "./scalars.js";

@ObjectType({ description: "What a group has in common, in one dimension.", simpleResolvers: true })
class StatisticsKey {
  @Field(() => StatisticsDimension, { description: "Dimension 维度." })
  @Classified(Grade.CARRIED)
  dimension: StatisticsDimension;

  @Field(() => String, { nullable: true, description: "Value as a filter takes it; null: the customers have none." })
  @Classified(Grade.CARRIED)
  value?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Name to show, where the value is a code: of a branch, a province, a section.",
  })
  @Classified(Grade.CARRIED)
  label?: string | null;
}

@ObjectType({ description: "What a measure comes to in a group.", simpleResolvers: true })
class StatisticsValue {
  @Field(() => StatisticsMeasure, { description: "Measure 指标." })
  @Classified(Grade.CARRIED)
  measure: StatisticsMeasure;

  @Field(() => String, {
    nullable: true,
    description: "Currency, ISO 4217: amounts of different currencies are never added up. Null: not money, or unknown.",
  })
  @Classified(Grade.CARRIED)
  currency?: string | null;

  @Field(() => DecimalScalar, { description: "Exact; means and shares to four decimals." })
  @Classified(Grade.CARRIED)
  value: string;
}

@ObjectType({ description: "A group of at least five customers 分组.", simpleResolvers: true })
class StatisticsGroup {
  @Field(() => [StatisticsKey], { description: "What its customers have in common, in the order of `groupBy`." })
  @Classified(Grade.CARRIED)
  keys: readonly StatisticsKey[];

  @Field(() => [StatisticsValue], { description: "The measures, in the order asked for; figures once per currency." })
  @Classified(Grade.CARRIED)
  values: readonly StatisticsValue[];

  @Field(() => [StatisticsMeasure], {
    description:
      "Measures of which not every amount is shown: fewer than five customers bring it in, or none; one of them makes up more than 85 % of it; or it would give away such a one elsewhere.",
  })
  @Classified(Grade.CARRIED)
  hidden: readonly StatisticsMeasure[];
}

@ObjectType({
  description: "A report over groups of customers 统计报表: nothing in it speaks of fewer than five.",
  simpleResolvers: true,
})
export class ArchiveStatistics {
  @Field(() => [StatisticsGroup], { description: "The groups shown, ordered by their keys; null last." })
  @Classified(Grade.INTERNAL)
  groups: readonly StatisticsGroup[];

  @Field(() => Int, {
    description:
      "How many groups are left out: those of fewer than five customers, and those that would give these away. 1 if the report is over fewer than five customers in all, or none.",
  })
  @Classified(Grade.INTERNAL)
  suppressedGroups: number;
}
