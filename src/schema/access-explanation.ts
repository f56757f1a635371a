import { Field, Int, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Role } from "../auth/role.js";
import { RowScope } from "../auth/scope.js";
import { Use } from "../auth/use.js";
import { CategoryCode } from "../domain/category-code.js";
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
  description: "How texts about records of one category, or about one field of them, are shown to a role.",
  simpleResolvers: true,
})
class TextClearance {
  @Field(() => CategoryCode, { description: "Category of the records 类别." })
  @Classified(Grade.CARRIED)
  category: CategoryCode;

  @Field(() => String, {
    nullable: true,
    description: "What is about this field, which weighs more than its category; null: any other text.",
  })
  @Classified(Grade.CARRIED)
  field?: string | null;

  @Field(() => [ClearanceCell], {
    description:
      "The cells that decide: the strictest holds; of returnReason of a record the first, where work opens it.",
  })
  @Classified(Grade.CARRIED)
  cells: readonly ClearanceCell[];

  @Field(() => Disclosure, { description: "How they are shown; rows about a field that is DENIED are not listed." })
  @Classified(Grade.CARRIED)
  level: Disclosure;
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
    description: "The cells that decide; of texts about records those of all kinds: see texts.",
  })
  @Classified(Grade.INTERNAL)
  cells: readonly ClearanceCell[];

  @Field(() => Disclosure, {
    description: "How it is shown to me; of texts about records the most that any kind is shown with: see texts.",
  })
  @Classified(Grade.INTERNAL)
  level: Disclosure;

  @Field(() => Disclosure, {
    nullable: true,
    description: "Where it is TASK_BOUND: how it is shown on records not bound to my work.",
  })
  @Classified(Grade.INTERNAL)
  otherwise?: Disclosure | null;

  @Field(() => [TextClearance], {
    description: "Of texts about records (grade RECORD) how each kind is shown to me; empty for all else.",
  })
  @Classified(Grade.INTERNAL)
  texts: readonly TextClearance[];

  @Field(() => RowScope, { description: "Whose rows there are to my role." })
  @Classified(Grade.INTERNAL)
  rows: RowScope;

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

  @Field(() => Disclosure, {
    description: "How it is shown; of texts about records the most that any kind is shown with: see texts.",
  })
  @Classified(Grade.INTERNAL)
  level: Disclosure;

  @Field(() => [TextClearance], {
    description: "Of texts about records (grade RECORD) how each kind is shown; empty for all else.",
  })
  @Classified(Grade.INTERNAL)
  texts: readonly TextClearance[];

  @Field(() => RowScope, { description: "Whose rows there are to the role: where NONE, it is shown no row at all." })
  @Classified(Grade.INTERNAL)
  rows: RowScope;
}
