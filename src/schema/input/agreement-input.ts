import { Field, ID, InputType, Int } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { Grade } from "../../domain/grade.js";
import { Purpose } from "../../domain/source.js";
import { DateScalar } from "../scalars.js";

@InputType({ description: "An agreement under which a partner shares data 数据共享协议 (SP6)." })
export class RecordAgreementInput {
  @Field(() => String, { description: "With whom, 200 characters at most; `source.party` of what comes under it." })
  @Classified(Grade.INTERNAL)
  partner: string;

  @Field(() => String, {
    description:
      "Number, 100 characters at most, kept in capitals of half width; no other agreement, of whomever, has it.",
  })
  @Classified(Grade.INTERNAL)
  number: string;

  @Field(() => [Purpose], { description: "For what data are shared; at least one." })
  @Classified(Grade.INTERNAL)
  purposes: Purpose[];

  @Field(() => DateScalar, { nullable: true, description: "First day data may come under it; today unless said." })
  @Classified(Grade.INTERNAL)
  startsOn?: string | null;

  @Field(() => DateScalar, { description: "First day none may any more: after startsOn, and in the future." })
  @Classified(Grade.INTERNAL)
  expiresOn: string;
}

@InputType({ description: "The early end of an agreement 终止协议 (SP6)." })
export class EndAgreementInput {
  @Field(() => ID, { description: "Agreement." })
  @Classified(Grade.INTERNAL)
  id: string;

  @Field(() => Int, { description: "Version it was read in; a stale one is refused." })
  @Classified(Grade.INTERNAL)
  version: number;

  @Field(() => String, { description: "Why. 1,000 characters." })
  @Classified(Grade.INTERNAL)
  reason: string;
}
