import { Field, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { Channel, LegalBasis } from "../domain/source.js";
import { DateScalar } from "./scalars.js";

@ObjectType({ description: "Where a record comes from 信息来源 (SP6).", simpleResolvers: true })
export class Source {
  @Field(() => Channel, { description: "Channel of collection." })
  @Classified(Grade.INTERNAL)
  channel: Channel;

  @Field(() => String, { nullable: true, description: "Narrower than the channel, e.g. OFFICIAL_REGISTER." })
  @Classified(Grade.INTERNAL)
  subChannel?: string | null;

  @Field(() => String, { nullable: true, description: "Who said so: a person, a partner, an agency." })
  @Classified(Grade.RECORD)
  party?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Day the source stated it." })
  @Classified(Grade.INTERNAL)
  statedOn?: string | null;

  @Field(() => String, { nullable: true, description: "Where to find it again: document number, page, call record." })
  @Classified(Grade.RECORD)
  reference?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Number of the sharing agreement behind a partner's data (SP12).",
  })
  @Classified(Grade.INTERNAL)
  agreement?: string | null;

  @Field(() => String, { nullable: true, description: "Tool of an analysis." })
  @Classified(Grade.INTERNAL)
  tool?: string | null;

  @Field(() => LegalBasis, { nullable: true, description: "Ground other than consent." })
  @Classified(Grade.INTERNAL)
  legalBasis?: LegalBasis | null;
}
