import { Field, Int, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { CategoryCode } from "../domain/category-code.js";
import { Grade } from "../domain/grade.js";
import { Purpose } from "../domain/source.js";
import { Node } from "./node.js";
import { DateScalar } from "./scalars.js";

@ObjectType({ implements: Node, description: "A person's consent 个人信息处理同意 (SP4).", simpleResolvers: true })
export class Consent extends Node {
  @Field(() => String, { nullable: true, description: "Who consented. Masked: the first character." })
  @Classified(Grade.CONTACT, { masked: true })
  personName?: string | null;

  @Field(() => [Purpose], { description: "For what." })
  @Classified(Grade.INTERNAL)
  purposes: Purpose[];

  @Field(() => [CategoryCode], { description: "For which categories." })
  @Classified(Grade.INTERNAL)
  categories: CategoryCode[];

  @Field(() => DateScalar, { description: "Day it was given." })
  @Classified(Grade.INTERNAL)
  givenOn: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "First day it covers nothing any more; null when open-ended.",
  })
  @Classified(Grade.INTERNAL)
  expiresOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Day it was withdrawn." })
  @Classified(Grade.INTERNAL)
  withdrawnOn?: string | null;

  @Field(() => Boolean, { description: "Whether it covers anything today." })
  @Classified(Grade.INTERNAL)
  inForce: boolean;

  @Field(() => String, { nullable: true, description: "Where the consent is kept." })
  @Classified(Grade.CONTACT)
  reference?: string | null;

  @Field(() => String, { nullable: true, description: "Why it was withdrawn." })
  @Classified(Grade.CONTACT)
  withdrawalReason?: string | null;

  @Field(() => Int, { description: "Counts the changes; a changing mutation names it." })
  @Classified(Grade.INTERNAL)
  version: number;
}
