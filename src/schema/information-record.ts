import { Field, Int, InterfaceType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Disclosure } from "../domain/disclosure.js";
import { Grade } from "../domain/grade.js";
import { Corroboration, RecordStatus } from "../domain/record.js";
import { Node } from "./node.js";
import { DateScalar, DateTimeScalar } from "./scalars.js";

@InterfaceType({
  implements: Node,
  description:
    "One piece of collected information with its source and its life 信息记录. Every category is a type of its own.",
})
export abstract class InformationRecord extends Node {
  @Field(() => RecordStatus, { description: "Where the record stands in its life." })
  @Classified(Grade.INTERNAL)
  status: RecordStatus;

  @Field(() => Corroboration, { nullable: true, description: "How far independent findings carry it (SP2)." })
  @Classified(Grade.RECORD)
  corroboration?: Corroboration | null;

  @Field(() => String, {
    nullable: true,
    description:
      "What is to be corrected, as whoever sent it back says 退回原因; what screening found is in `screening`.",
  })
  @Classified(Grade.RECORD)
  returnReason?: string | null;

  @Field(() => Disclosure, { description: "How this record's own content is shown to me: tells denied from absent." })
  @Classified(Grade.INTERNAL)
  disclosure: Disclosure;

  @Field(() => DateTimeScalar, { description: "When it was collected." })
  @Classified(Grade.INTERNAL)
  collectedAt: string;

  @Field(() => DateScalar, { description: "First day it is true in the world (valid time)." })
  @Classified(Grade.INTERNAL)
  validFrom: string;

  @Field(() => DateScalar, { nullable: true, description: "First day it is true no longer; null while it holds." })
  @Classified(Grade.INTERNAL)
  validTo?: string | null;

  @Field(() => DateTimeScalar, { description: "When the archive learnt of it (recorded time)." })
  @Classified(Grade.INTERNAL)
  recordedAt: string;

  @Field(() => String, {
    nullable: true,
    description: "SHA-256 over the canonical content, chained to the record it supersedes; null before archiving.",
  })
  @Classified(Grade.RECORD)
  seal?: string | null;

  @Field(() => Int, { description: "Counts the changes of the record; a changing mutation names it." })
  @Classified(Grade.INTERNAL)
  version: number;
}
