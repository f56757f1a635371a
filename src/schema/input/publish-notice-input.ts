import { Field, InputType } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { Grade } from "../../domain/grade.js";
import { Purpose } from "../../domain/source.js";

@InputType({ description: "A notice to publish 发布告知书 (SP4): the next version of its purpose." })
export class PublishNoticeInput {
  @Field(() => Purpose, { description: "For what information is collected." })
  @Classified(Grade.PUBLIC)
  purpose: Purpose;

  @Field(() => String, { description: "In Chinese. 8,000 characters." })
  @Classified(Grade.PUBLIC)
  textZh: string;

  @Field(() => String, { description: "In English. 8,000 characters." })
  @Classified(Grade.PUBLIC)
  textEn: string;
}
