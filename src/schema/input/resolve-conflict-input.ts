import { Field, ID, InputType, Int } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { Grade } from "../../domain/grade.js";
import { ConflictResolution } from "../../domain/record.js";
import { DateScalar } from "../scalars.js";

@InputType({ description: "How a conflict is decided 冲突处理 (SP8)." })
export class ResolveConflictInput {
  @Field(() => ID, { description: "Conflict." })
  @Classified(Grade.INTERNAL)
  id: string;

  @Field(() => Int, { description: "Version the decision was made from; a stale one is refused." })
  @Classified(Grade.INTERNAL)
  version: number;

  @Field(() => ConflictResolution, { description: "What holds." })
  @Classified(Grade.RECORD)
  resolution: ConflictResolution;

  @Field(() => String, {
    description: "Why: kept with the conflict, and as `returnReason` with what is sent back. 1,000 characters.",
  })
  @Classified(Grade.RECORD)
  reason: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Of BOTH_VALID, and only there: the first record ends, the second begins on this day.",
  })
  @Classified(Grade.RECORD)
  splitOn?: string | null;
}
