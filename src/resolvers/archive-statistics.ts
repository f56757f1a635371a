import { Args, ArgsType, Ctx, Field, Query, Resolver } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { reportScopeOf } from "../auth/scope.js";
import type { RequestContext } from "../context.js";
import { countedFor } from "../db/statistics/report.js";
import { Grade } from "../domain/grade.js";
import { todayIn } from "../domain/local-date.js";
import { labelledKeys } from "../domain/statistics/labels.js";
import { questionOf } from "../domain/statistics/question.js";
import { reportOf } from "../domain/statistics/report.js";
import { ArchiveStatistics } from "../schema/archive-statistics.js";
import { ArchiveStatisticsInput } from "../schema/input/archive-statistics-input.js";

@ArgsType()
class StatisticsArgs {
  @Field(() => ArchiveStatisticsInput, { description: "What is asked for." })
  @Classified(Grade.INTERNAL)
  input: ArchiveStatisticsInput;
}

@Resolver()
export class ArchiveStatisticsResolver {
  @Query(() => ArchiveStatistics, {
    description:
      "A report over groups of at least five customers 统计报表. Over all customers, or those of the own branch; every dimension, measure and filter has to be open to the role in full. Errors: FORBIDDEN, BAD_USER_INPUT, LIMIT_EXCEEDED beyond 1,000 groups.",
  })
  @Classified(Grade.INTERNAL)
  async archiveStatistics(
    @Args(() => StatisticsArgs) { input }: StatisticsArgs,
    @Ctx() { database, principal, now, timeZone, fourEyes }: RequestContext,
  ): Promise<ArchiveStatistics> {
    const question = questionOf(input);
    const scope = reportScopeOf(principal);
    const { branches, ...counted } = await countedFor(database, principal, {
      ...question,
      scope,
      now,
      today: todayIn(timeZone, now),
      timeZone,
      fourEyes,
    });
    const { groups, suppressedGroups } = reportOf(question, counted);
    const labelled = groups.map((group) => ({ ...group, keys: labelledKeys(question.groupBy, group.keys, branches) }));
    return { groups: labelled, suppressedGroups };
  }
}
