import { Field, Int, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { FeedbackKind } from "../domain/feedback.js";
import { Grade } from "../domain/grade.js";
import { InformationRecord } from "./information-record.js";
import { DateScalar } from "./scalars.js";

@ObjectType({ implements: InformationRecord, description: "After-sale feedback 售后服务反馈.", simpleResolvers: true })
export class FeedbackRecord extends InformationRecord {
  @Field(() => DateScalar, { nullable: true, description: "Day received 收到日期." })
  @Classified(Grade.INTERNAL)
  receivedOn?: string | null;

  @Field(() => FeedbackKind, { nullable: true, description: "What it is about 反馈类型." })
  @Classified(Grade.INTERNAL)
  kind?: FeedbackKind | null;

  @Field(() => Int, { nullable: true, description: "Satisfaction 满意度, 1 to 5." })
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
