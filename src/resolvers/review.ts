import type { GraphQLResolveInfo } from "graphql";
import { Args, ArgsType, Ctx, Field, Info, Mutation, Resolver } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { approveRecord } from "../commands/approve-record.js";
import { archiveRecords } from "../commands/archive-records.js";
import { returnRecord } from "../commands/return-record.js";
import type { RequestContext } from "../context.js";
import { Grade } from "../domain/grade.js";
import { ApproveRecordInput, ArchiveRecordsInput, ReturnRecordInput } from "../schema/input/review-input.js";
import { fromNodeId } from "../schema/node-id.js";
import { ArchiveRecordsPayload, RecordPayload } from "../schema/record-payload.js";
import { changed } from "./changed.js";
import { commandContext } from "./command-context.js";

@ArgsType()
class ApproveArgs {
  @Field(() => ApproveRecordInput, { description: "The approval." })
  @Classified(Grade.INTERNAL)
  input: ApproveRecordInput;
}

@ArgsType()
class ReturnArgs {
  @Field(() => ReturnRecordInput, { description: "The record, and what is to be corrected." })
  @Classified(Grade.INTERNAL)
  input: ReturnRecordInput;
}

@ArgsType()
class ArchiveArgs {
  @Field(() => ArchiveRecordsInput, { description: "The records." })
  @Classified(Grade.INTERNAL)
  input: ArchiveRecordsInput;
}

const withKey = <T extends { id: string }>(named: T): T => ({
  ...named,
  id: fromNodeId("InformationRecord", named.id),
});

@Resolver()
export class ReviewResolver {
  @Mutation(() => RecordPayload, { description: "Approves a verified record 审核通过 (SP10)." })
  @Classified(Grade.INTERNAL)
  async approveRecord(
    @Args(() => ApproveArgs) { input }: ApproveArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { recordId } = await approveRecord(commandContext(context, info, input), withKey(input));
    return changed(context, info, "RecordPayload", recordId);
  }

  @Mutation(() => RecordPayload, { description: "Sends a record back to be corrected 退回." })
  @Classified(Grade.INTERNAL)
  async returnRecord(
    @Args(() => ReturnArgs) { input }: ReturnArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { recordId } = await returnRecord(commandContext(context, info, input), withKey(input));
    return changed(context, info, "RecordPayload", recordId);
  }

  @Mutation(() => ArchiveRecordsPayload, { description: "Archives and seals approved records 归档 (SP11)." })
  @Classified(Grade.INTERNAL)
  async archiveRecords(
    @Args(() => ArchiveArgs) { input }: ArchiveArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const keys = { records: input.records.map(withKey) };
    const { recordIds } = await archiveRecords(commandContext(context, info, input), keys);
    const part = (id: string) => changed(context, info, "ArchiveRecordsPayload", id) as Promise<{ records: object }>;
    const parts = await Promise.all(recordIds.map(part));
    return { records: parts.map(({ records }) => records) };
  }
}
