import { Field, InputType, Int } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { FeedbackKind } from "../../domain/feedback.js";
import { Grade } from "../../domain/grade.js";
import { DateScalar } from "../scalars.js";
import { type CollectInput, Collecting } from "./collect-input.js";
import type { SourceInput } from "./source-input.js";

@InputType({ description: "After-sale feedback 售后服务反馈." })
@Collecting
export class CollectFeedbackInput implements CollectInput {
  customerId: string;
  source: SourceInput;
  validFrom?: string | null;
  validTo?: string | null;
  corrects?: string | null;

  @Field(() => DateScalar, { description: "Day received 收到日期." })
  @Classified(Grade.INTERNAL)
  receivedOn: string;

  @Field(() => FeedbackKind, { description: "What it is about 反馈类型." })
  @Classified(Grade.INTERNAL)
  kind: FeedbackKind;

  @Field(() => Int, { nullable: true, description: "Satisfaction 满意度, 1 (poor) to 5 (excellent)." })
  @Classified(Grade.COMMERCIAL)
  satisfaction?: number | null;

  @Field(() => String, { nullable: true, description: "What was said 反馈内容." })
  @Classified(Grade.COMMERCIAL)
  text?: string | null;

  @Field(() => String, { nullable: true, description: "How it was resolved 处理结果." })
  @Classified(Grade.COMMERCIAL)
  resolution?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Day it was resolved 处理日期." })
  @Classified(Grade.COMMERCIAL)
  resolvedOn?: string | null;
}
