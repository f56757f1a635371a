import { Field, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";

@ObjectType({ description: "A field of a category, as a form needs it.", simpleResolvers: true })
export class CategoryField {
  @Field(() => String, { description: "Name in the API." })
  @Classified(Grade.PUBLIC)
  name: string;

  @Field(() => String, { description: "Label, English." })
  @Classified(Grade.PUBLIC)
  label: string;

  @Field(() => String, { description: "Label, Chinese 中文名称." })
  @Classified(Grade.PUBLIC)
  labelZh: string;

  @Field(() => Grade, { description: "What kind of fact it is." })
  @Classified(Grade.PUBLIC)
  grade: Grade;

  @Field(() => Boolean, { description: "Whether a record must carry it." })
  @Classified(Grade.PUBLIC)
  required: boolean;

  @Field(() => Boolean, { description: "Whether it is key information, which verification must confirm (SP2)." })
  @Classified(Grade.PUBLIC)
  critical: boolean;

  @Field(() => Boolean, {
    description:
      "Whether a verification task takes exactly one finding about it, of each of its records that fills it.",
  })
  @Classified(Grade.PUBLIC)
  verified: boolean;
}
