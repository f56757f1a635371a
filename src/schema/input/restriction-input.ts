import { type ClassType, Field, ID, InputType, Int } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { Grade } from "../../domain/grade.js";

interface RestrictionInput {
  id: string;
  version: number;
  reason: string;
}

const restrictionInput = (name: string, description: string): ClassType<RestrictionInput> => {
  @InputType(`${name}Input`, { description })
  class TypedInput implements RestrictionInput {
    @Field(() => ID, { description: "Record." })
    @Classified(Grade.INTERNAL)
    id: string;

    @Field(() => Int, { description: "Version it was read in; a stale one is refused." })
    @Classified(Grade.INTERNAL)
    version: number;

    @Field(() => String, { description: "Why. 1,000 characters." })
    @Classified(Grade.INTERNAL)
    reason: string;
  }
  return TypedInput;
};

export const RestrictRecordInput = restrictionInput("RestrictRecord", "A record to restrict 限制处理 (SP4).");
export const LiftRestrictionInput = restrictionInput("LiftRestriction", "A restriction to lift 解除限制 (SP4).");
