import { Field, Int, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Role } from "../auth/role.js";
import { Use } from "../auth/use.js";
import { Disclosure } from "../domain/disclosure.js";
import { Grade } from "../domain/grade.js";

@ObjectType({ description: "A cell of the clearance table: what a role is shown of a grade.", simpleResolvers: true })
class ClearanceCell {
  @Field(() => Grade, { description: "The grade 密级." })
  @Classified(Grade.CARRIED)
  grade: Grade;

  @Field(() => String, {
    description: "F full, M masked, T/ bound to my work and otherwise what follows the slash, – nothing.",
  })
  @Classified(Grade.CARRIED)
  cell: string;
}

@ObjectType({
  description: "Why I am shown a field as I am 权限说明: grade, cell of the table, clause, and what would open it.",
  simpleResolvers: true,
})
export class AccessExplanation {
  @Field(() => String, { description: "The coordinate, such as ContactRecord.mobile." })
  @Classified(Grade.INTERNAL)
  coordinate: string;

  @Field(() => Role, { description: "The role I act in." })
  @Classified(Grade.INTERNAL)
  role: Role;

  @Field(() => Grade, { description: "What kind of fact it is." })
  @Classified(Grade.INTERNAL)
  grade: Grade;

  @Field(() => [ClearanceCell], {
    description: "The cells that decide; of a text about records, all it may quote: the strictest holds.",
  })
  @Classified(Grade.INTERNAL)
  cells: readonly ClearanceCell[];

  @Field(() => Disclosure, { description: "How it is shown to me." })
  @Classified(Grade.INTERNAL)
  level: Disclosure;

  @Field(() => Disclosure, {
    nullable: true,
    description: "Where it is TASK_BOUND: how it is shown on records not bound to my work.",
  })
  @Classified(Grade.INTERNAL)
  otherwise?: Disclosure | null;

  @Field(() => String, { description: "Clause of the policy that keeps it back." })
  @Classified(Grade.INTERNAL)
  clause: string;

  @Field(() => [Use], { description: "What I may use it for." })
  @Classified(Grade.INTERNAL)
  allowedUses: readonly Use[];

  @Field(() => [String], { description: "What would show me more, in words; empty where I see all there is." })
  @Classified(Grade.INTERNAL)
  opens: readonly string[];

  @Field(() => Int, {
    nullable: true,
    description:
      "Records of the customer asked about that are bound to my work and of this category; null: none asked.",
  })
  @Classified(Grade.INTERNAL)
  boundRecords?: number | null;
}

@ObjectType({ description: "How a field is shown to a role.", simpleResolvers: true })
export class RoleClearance {
  @Field(() => Role, { description: "The role." })
  @Classified(Grade.INTERNAL)
  role: Role;

  @Field(() => Disclosure, { description: "How it is shown, at least." })
  @Classified(Grade.INTERNAL)
  level: Disclosure;
}
