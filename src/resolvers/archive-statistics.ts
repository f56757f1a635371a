import { Args, ArgsType, Ctx, Field, Query, Resolver } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { reportScopeOf, type Scope } from "../auth/scope.js";
import { isViewer } from "../auth/viewer.js";
import { holdReportsApart } from "../commands/hold-reports-apart.js";
import { requireBranches } from "../commands/require-branches.js";
import { takingTurns } from "../commands/taking-turns.js";
import type { RequestContext } from "../context.js";
import type { Moment } from "../db/statistics/read-census.js";
import { type CountedRows, countedFor } from "../db/statistics/report.js";
import { Grade } from "../domain/grade.js";
import { todayIn } from "../domain/local-date.js";
import { labelledKeys } from "../domain/statistics/labels.js";
import { questionOf } from "../domain/statistics/question.js";
import { reportOf } from "../domain/statistics/report.js";
import { ArchiveStatistics } from "../schema/archive-statistics.js";
import { ArchiveStatisticsInput } from "../schema/input/archive-statistics-input.js";

type Asked = ReturnType<typeof questionOf> & { readonly scope: Scope };

@ArgsType()
class StatisticsArgs {
  @Field(() => ArchiveStatisticsInput, { description: "What is asked for." })
  @Classified(Grade.INTERNAL)
  input: ArchiveStatisticsInput;
}

const NOBODY: CountedRows = { groups: [], figures: [], branches: new Map() };

/** A report about nobody tells nobody anything, together with none. */
const heldApart = async (context: RequestContext, moment: Moment, { scope, ...question }: Asked): Promise<void> => {
  const { database, principal, reportMemoryDays: days } = context;
  if (!isViewer(principal) || scope.rows === "NONE") return;
  const branch = scope.rows === "BRANCH" ? scope.branchId : null;
  await holdReportsApart({ ...moment, database, viewer: principal, days }, { ...question, branch });
};

@Resolver()
export class ArchiveStatisticsResolver {
  @Query(() => ArchiveStatistics, {
    description:
      "A report over groups of at least five customers 统计报表. Over all customers, or those of the own branch; every dimension, measure and filter has to be open to the role in full. A report that would tell of fewer than five customers, or of one who brings in nearly all of a sum, together with one you were answered before (30 days, unless set otherwise) is refused. Errors: FORBIDDEN, BAD_USER_INPUT, LIMIT_EXCEEDED beyond 1,000 groups and 200 different reports.",
  })
  @Classified(Grade.INTERNAL)
  async archiveStatistics(
    @Args(() => StatisticsArgs) { input }: StatisticsArgs,
    @Ctx() context: RequestContext,
  ): Promise<ArchiveStatistics> {
    const { database, principal, now, timeZone, fourEyes } = context;
    const question = questionOf(input);
    const scope = reportScopeOf(principal);
    await requireBranches(database, principal, scope, question.filter.BRANCH);
    const moment = { now, today: todayIn(timeZone, now), timeZone, fourEyes };
    await heldApart(context, moment, { ...question, scope });
    const { branches, ...counted } =
      scope.rows === "NONE" ? NOBODY : await countedFor(database, principal, { ...question, ...moment, scope });
    const { groups, suppressedGroups } = await reportOf(question, counted, takingTurns());
    const labelled = groups.map((group) => ({ ...group, keys: labelledKeys(question.groupBy, group.keys, branches) }));
    return { groups: labelled, suppressedGroups };
  }
}
