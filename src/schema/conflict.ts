import { Field, Int, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { CategoryCode } from "../domain/category-code.js";
import { Grade } from "../domain/grade.js";
import { ConflictResolution } from "../domain/record.js";
import { Node } from "./node.js";
import { DateTimeScalar } from "./scalars.js";

@ObjectType({
  implements: Node,
  description: "Two live records of one series that contradict each other 信息冲突 (SP8).",
  simpleResolvers: true,
})
export class Conflict extends Node {
  @Field(() => CategoryCode, { description: "Category of its records." })
  @Classified(Grade.INTERNAL)
  category: CategoryCode;

  @Field(() => [String], { nullable: true, description: "Fields that contradict." })
  @Classified(Grade.RECORD)
  fields?: string[] | null;

  @Field(() => ConflictResolution, { nullable: true, description: "How it was resolved; null while open." })
  @Classified(Grade.RECORD)
  resolution?: ConflictResolution | null;

  @Field(() => String, { nullable: true, description: "Why." })
  @Classified(Grade.RECORD)
  reason?: string | null;

  @Field(() => DateTimeScalar, { description: "When it was found." })
  @Classified(Grade.INTERNAL)
  openedAt: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was resolved." })
  @Classified(Grade.INTERNAL)
  resolvedAt?: string | null;

  @Field(() => Int, { description: "Counts the changes; a changing mutation names it." })
  @Classified(Grade.INTERNAL)
  version: number;
}
