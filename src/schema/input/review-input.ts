import { Field, ID, InputType, Int } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { Grade } from "../../domain/grade.js";

@InputType({ description: "A record, and the version it was seen in." })
class RecordInput {
  @Field(() => ID, { description: "Record." })
  @Classified(Grade.INTERNAL)
  id: string;

  @Field(() => Int, { description: "Version it was seen in; a stale one is refused." })
  @Classified(Grade.INTERNAL)
  version: number;
}

@InputType({ description: "A screening finding that does not stand in the way, and why 筛查豁免 (SP8)." })
class OverrideInput {
  @Field(() => String, { description: "Rule that spoke." })
  @Classified(Grade.INTERNAL)
  rule: string;

  @Field(() => String, { nullable: true, description: "Field it is about; null for the record as a whole." })
  @Classified(Grade.INTERNAL)
  field?: string | null;

  @Field(() => String, { description: "Why; at most 1,000 characters." })
  @Classified(Grade.INTERNAL)
  reason: string;
}

@InputType({ description: "An approval 审核通过 (SP10)." })
export class ApproveRecordInput {
  @Field(() => ID, { description: "Record." })
  @Classified(Grade.INTERNAL)
  id: string;

  @Field(() => Int, { description: "Version it was seen in; a stale one is refused." })
  @Classified(Grade.INTERNAL)
  version: number;

  @Field(() => [OverrideInput], {
    nullable: true,
    description: "Screening findings overridden: all that are graver than INFO have to be.",
  })
  @Classified(Grade.INTERNAL)
  overrides?: OverrideInput[] | null;
}

@InputType({ description: "A record sent back 退回." })
export class ReturnRecordInput {
  @Field(() => ID, { description: "Record." })
  @Classified(Grade.INTERNAL)
  id: string;

  @Field(() => Int, { description: "Version it was seen in; a stale one is refused." })
  @Classified(Grade.INTERNAL)
  version: number;

  @Field(() => String, {
    description: "What is to be corrected: whoever collected it reads it as `returnReason`. 1,000 characters.",
  })
  @Classified(Grade.INTERNAL)
  reason: string;
}

@InputType({ description: "Records to be archived and sealed 归档 (SP11), all or none." })
export class ArchiveRecordsInput {
  @Field(() => [RecordInput], { description: "The records, at most 100." })
  @Classified(Grade.INTERNAL)
  records: RecordInput[];
}
