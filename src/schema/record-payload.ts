import { Field, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { InformationRecord } from "./information-record.js";

@ObjectType({ description: "The record, as it is now.", simpleResolvers: true })
export class RecordPayload {
  @Field(() => InformationRecord, { nullable: true, description: "The record." })
  @Classified(Grade.INTERNAL)
  record?: InformationRecord | null;
}

@ObjectType({ description: "The records, as they are now.", simpleResolvers: true })
export class ArchiveRecordsPayload {
  @Field(() => [InformationRecord], { nullable: true, description: "The records, in the order they were named." })
  @Classified(Grade.INTERNAL)
  records?: InformationRecord[] | null;
}
