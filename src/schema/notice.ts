import { Field, Int, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { Purpose } from "../domain/source.js";
import { DateTimeScalar } from "./scalars.js";

@ObjectType({
  description: "What a person is told before their information is collected 告知书 (SP4).",
  simpleResolvers: true,
})
export class Notice {
  @Field(() => Purpose, { description: "For what it is collected." })
  @Classified(Grade.PUBLIC)
  purpose: Purpose;

  @Field(() => Int, { description: "Version; 0 is the text the archive comes with." })
  @Classified(Grade.PUBLIC)
  version: number;

  @Field(() => String, { description: "In Chinese." })
  @Classified(Grade.PUBLIC)
  textZh: string;

  @Field(() => String, { description: "In English." })
  @Classified(Grade.PUBLIC)
  textEn: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was published; null of version 0." })
  @Classified(Grade.PUBLIC)
  publishedAt?: string | null;
}

@ObjectType({ description: "The notice as it was published.", simpleResolvers: true })
export class NoticePayload {
  @Field(() => Notice, { nullable: true, description: "The notice 告知书." })
  @Classified(Grade.INTERNAL)
  notice?: Notice | null;
}
