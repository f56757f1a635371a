import type { GraphQLResolveInfo } from "graphql";
import { Args, ArgsType, Ctx, Field, ID, Info, Int, Mutation, Query, Resolver } from "type-graphql";
import { validate } from "uuid";
import { Classified } from "../auth/classified.js";
import { isViewer } from "../auth/viewer.js";
import { cancelImportJob } from "../commands/upload-import.js";
import type { RequestContext } from "../context.js";
import { findImportJob, listImportJobs, type StoredImportJob } from "../db/queries/import-job.js";
import { Grade } from "../domain/grade.js";
import { rateOf, secondsLeft, shareOf } from "../domain/import-job.js";
import { Refusal } from "../domain/refusal.js";
import { type ImportedRow, ImportJob, ImportJobPayload } from "../schema/import-job.js";
import { CancelImportJobInput } from "../schema/input/cancel-import-job-input.js";
import { commandContext } from "./command-context.js";

@ArgsType()
class JobArgs {
  @Field(() => ID, { description: "Id of the job, as the upload answered it." })
  @Classified(Grade.INTERNAL)
  id: string;
}

@ArgsType()
class JobsArgs {
  @Field(() => Int, { defaultValue: 20, description: "How many at most, 1 to 100." })
  @Classified(Grade.INTERNAL)
  first: number;
}

@ArgsType()
class CancelArgs {
  @Field(() => CancelImportJobInput, { description: "The job." })
  @Classified(Grade.INTERNAL)
  input: CancelImportJobInput;
}

const MOST = 100;

const secondsOf = ({ startedAt, finishedAt }: StoredImportJob, now: Date): number =>
  startedAt === null
    ? 0
    : ((finishedAt === null ? now : new Date(finishedAt)).getTime() - new Date(startedAt).getTime()) / 1000;

const shown = (job: StoredImportJob, now: Date): ImportJob => {
  const pace = { ...job, seconds: secondsOf(job, now) };
  return {
    ...job,
    share: shareOf(pace),
    rowsPerSecond: rateOf(pace),
    secondsLeft: job.finishedAt === null ? secondsLeft(pace) : null,
    firstRows: job.firstRows as ImportedRow[],
    rejectedRows: job.rejected > 0 ? `/imports/${job.id}/rejected.csv` : null,
  };
};

const mine = async ({ database, principal, now }: RequestContext, id: string): Promise<ImportJob | null> => {
  if (!isViewer(principal) || !validate(id)) return null;
  const job = await database.withViewer(principal, "READ", (session) => findImportJob(session, principal, id));
  return job === null ? null : shown(job, now);
};

@Resolver()
export class ImportJobResolver {
  @Query(() => ImportJob, {
    nullable: true,
    description: "The import of a file I uploaded 导入任务, acting as I do now; null when there is no such job.",
  })
  @Classified(Grade.INTERNAL)
  importJob(@Args(() => JobArgs) { id }: JobArgs, @Ctx() context: RequestContext): Promise<ImportJob | null> {
    return mine(context, id);
  }

  @Query(() => [ImportJob], {
    description: "Imports of files I uploaded 我的导入任务, acting as I do now; the newest first.",
  })
  @Classified(Grade.INTERNAL)
  async importJobs(
    @Args(() => JobsArgs) { first }: JobsArgs,
    @Ctx() { database, principal, now }: RequestContext,
  ): Promise<ImportJob[]> {
    if (first < 1 || first > MOST)
      throw new Refusal("BAD_USER_INPUT", `first must be from 1 to ${MOST}.`, { field: "first" });
    if (!isViewer(principal)) return [];
    const jobs = await database.withViewer(principal, "READ", (session) => listImportJobs(session, principal, first));
    return jobs.map((job) => shown(job, now));
  }

  @Mutation(() => ImportJobPayload, {
    description: "Ends an import of mine 取消导入; rows that are in stay in. NOT_FOUND; INVALID_TRANSITION at its end.",
  })
  @Classified(Grade.INTERNAL)
  async cancelImportJob(
    @Args(() => CancelArgs) { input }: CancelArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ImportJobPayload> {
    await cancelImportJob(commandContext(context, info, input), input.id);
    return { job: await mine(context, input.id) };
  }
}
