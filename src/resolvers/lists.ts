import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, Info, Query, Resolver } from "type-graphql";
import { Classified } from "../auth/classified.js";
import type { RequestContext } from "../context.js";
import { Grade } from "../domain/grade.js";
import {
  FinancialStatementConnection,
  InformationRecordConnection,
  VerificationTaskConnection,
} from "../schema/connections.js";
import { InformationRecord } from "../schema/information-record.js";
import { FinancialStatementsArgs, IdArgs, InformationRecordsArgs, VerificationTasksArgs } from "../schema/list-args.js";
import { fromNodeId } from "../schema/node-id.js";
import { VerificationTask } from "../schema/verification-task.js";

@Resolver()
export class RecordResolver {
  @Query(() => InformationRecord, {
    nullable: true,
    description: "One record 信息记录; null where there is none for me.",
  })
  @Classified(Grade.INTERNAL)
  informationRecord(
    @Args(() => IdArgs) { id }: IdArgs,
    @Ctx() { reads }: RequestContext,
    @Info() { path }: GraphQLResolveInfo,
  ) {
    return reads.find("InformationRecord", String(path.key), "id", fromNodeId("InformationRecord", id));
  }

  @Query(() => InformationRecordConnection, {
    description: "Records of all categories and states 信息记录, newest first.",
  })
  @Classified(Grade.INTERNAL)
  informationRecords(
    @Args(() => InformationRecordsArgs) _args: InformationRecordsArgs,
    @Ctx() { reads }: RequestContext,
    @Info() { path }: GraphQLResolveInfo,
  ) {
    return reads.list("informationRecords", String(path.key));
  }

  @Query(() => FinancialStatementConnection, {
    description: "Financial statements in force 财务报表, newest period first.",
  })
  @Classified(Grade.INTERNAL)
  financialStatements(
    @Args(() => FinancialStatementsArgs) _args: FinancialStatementsArgs,
    @Ctx() { reads }: RequestContext,
    @Info() { path }: GraphQLResolveInfo,
  ) {
    return reads.list("financialStatements", String(path.key));
  }
}

@Resolver()
export class TaskResolver {
  @Query(() => VerificationTask, {
    nullable: true,
    description: "One verification task 核实任务; null where there is none for me.",
  })
  @Classified(Grade.INTERNAL)
  verificationTask(
    @Args(() => IdArgs) { id }: IdArgs,
    @Ctx() { reads }: RequestContext,
    @Info() { path }: GraphQLResolveInfo,
  ) {
    return reads.find("VerificationTask", String(path.key), "id", fromNodeId("VerificationTask", id));
  }

  @Query(() => VerificationTaskConnection, { description: "Verification tasks 核实任务, newest first." })
  @Classified(Grade.INTERNAL)
  verificationTasks(
    @Args(() => VerificationTasksArgs) _args: VerificationTasksArgs,
    @Ctx() { reads }: RequestContext,
    @Info() { path }: GraphQLResolveInfo,
  ) {
    return reads.list("verificationTasks", String(path.key));
  }
}
