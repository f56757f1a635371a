import { Field, ID, InputType } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { Grade } from "../../domain/grade.js";
import { Channel, LegalBasis } from "../../domain/source.js";
import { DateScalar } from "../scalars.js";

@InputType({
  description: "Where the information comes from 信息来源 (SP6), and on what ground personal data are kept (SP4).",
})
export class SourceInput {
  @Field(() => Channel, { description: "Channel of collection." })
  @Classified(Grade.INTERNAL)
  channel: Channel;

  @Field(() => String, {
    nullable: true,
    description:
      "Narrower than the channel; OFFICIAL_REGISTER of PUBLIC_SOURCE counts as a confirmation of a registration. 64 characters.",
  })
  @Classified(Grade.INTERNAL)
  subChannel?: string | null;

  @Field(() => String, { nullable: true, description: "Who said so. 200 characters." })
  @Classified(Grade.INTERNAL)
  party?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Day the source stated it; not in the future." })
  @Classified(Grade.INTERNAL)
  statedOn?: string | null;

  @Field(() => String, { nullable: true, description: "Where to find it again. 500 characters." })
  @Classified(Grade.INTERNAL)
  reference?: string | null;

  @Field(() => String, { nullable: true, description: "Number of the sharing agreement: required for PARTNER." })
  @Classified(Grade.INTERNAL)
  agreementNumber?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: "Records an analysis was derived from: required for DATA_ANALYSIS, 100 at most.",
  })
  @Classified(Grade.INTERNAL)
  derivedFrom?: string[] | null;

  @Field(() => String, { nullable: true, description: "Tool of an analysis: required for DATA_ANALYSIS." })
  @Classified(Grade.INTERNAL)
  tool?: string | null;

  @Field(() => ID, { nullable: true, description: "Consent that covers personal data." })
  @Classified(Grade.INTERNAL)
  consentId?: string | null;

  @Field(() => LegalBasis, { nullable: true, description: "Ground other than consent." })
  @Classified(Grade.INTERNAL)
  legalBasis?: LegalBasis | null;
}
