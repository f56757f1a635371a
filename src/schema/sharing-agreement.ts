import { Field, ID, Int, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { Purpose } from "../domain/source.js";
import { DateScalar, DateTimeScalar } from "./scalars.js";

/** Not a Node: it is reached by whoever answers for lawful grounds. With whom it is tells whose a record under it is. */
@ObjectType({
  description: "An agreement under which a partner shares data 数据共享协议 (SP6, SP12).",
  simpleResolvers: true,
})
export class SharingAgreement {
  @Field(() => ID, { description: "Id, to end it by." })
  @Classified(Grade.INTERNAL)
  id: string;

  @Field(() => String, { description: "Number 协议编号: by it a source names the agreement." })
  @Classified(Grade.INTERNAL)
  number: string;

  @Field(() => String, { description: "With whom 合作伙伴." })
  @Classified(Grade.INTERNAL)
  partner: string;

  @Field(() => [Purpose], { description: "For what data are shared 共享目的." })
  @Classified(Grade.INTERNAL)
  purposes: Purpose[];

  @Field(() => DateScalar, { description: "First day data may come under it." })
  @Classified(Grade.INTERNAL)
  startsOn: string;

  @Field(() => DateScalar, { description: "First day none may any more." })
  @Classified(Grade.INTERNAL)
  expiresOn: string;

  @Field(() => DateScalar, { nullable: true, description: "Day it was ended early 终止日期; null: it was not." })
  @Classified(Grade.INTERNAL)
  endedOn?: string | null;

  @Field(() => String, { nullable: true, description: "Why it was ended early." })
  @Classified(Grade.INTERNAL)
  endReason?: string | null;

  @Field(() => Boolean, { description: "Whether data may come under it today." })
  @Classified(Grade.INTERNAL)
  inForce: boolean;

  @Field(() => DateTimeScalar, { description: "When it was recorded." })
  @Classified(Grade.INTERNAL)
  recordedAt: string;

  @Field(() => Int, { description: "Counts the changes; a changing mutation names it." })
  @Classified(Grade.INTERNAL)
  version: number;
}

@ObjectType({ description: "The agreement, as it is now.", simpleResolvers: true })
export class SharingAgreementPayload {
  @Field(() => SharingAgreement, { nullable: true, description: "The agreement 数据共享协议." })
  @Classified(Grade.INTERNAL)
  agreement?: SharingAgreement | null;
}
