import { Field, InputType } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { Grade } from "../../domain/grade.js";
import { DateScalar } from "../scalars.js";
import { type CollectInput, Collecting } from "./collect-input.js";
import { MoneyInput } from "./money-input.js";
import type { SourceInput } from "./source-input.js";

@InputType({ description: "Basic identity 基本身份信息, as a source states it." })
@Collecting
export class CollectRegistrationInput implements CollectInput {
  customerId: string;
  source: SourceInput;
  validFrom?: string | null;
  validTo?: string | null;
  corrects?: string | null;

  @Field(() => String, { description: "Registered name." })
  @Classified(Grade.PUBLIC)
  legalName: string;

  @Field(() => String, { nullable: true, description: "Unified social credit code." })
  @Classified(Grade.PUBLIC)
  uscc?: string | null;

  @Field(() => String, { nullable: true, description: "Legal representative." })
  @Classified(Grade.PUBLIC)
  legalRepresentative?: string | null;

  @Field(() => MoneyInput, { nullable: true, description: "Registered capital." })
  @Classified(Grade.PUBLIC)
  registeredCapital?: MoneyInput | null;

  @Field(() => DateScalar, { nullable: true, description: "Day of establishment." })
  @Classified(Grade.PUBLIC)
  establishedOn?: string | null;

  @Field(() => String, { nullable: true, description: "Type of company." })
  @Classified(Grade.PUBLIC)
  companyType?: string | null;

  @Field(() => String, { nullable: true, description: "Region, GB/T 2260." })
  @Classified(Grade.PUBLIC)
  registrationRegion?: string | null;

  @Field(() => String, { nullable: true, description: "Registered address." })
  @Classified(Grade.PUBLIC)
  registeredAddress?: string | null;

  @Field(() => String, { nullable: true, description: "Business scope, 4000 characters at most." })
  @Classified(Grade.PUBLIC)
  businessScope?: string | null;

  @Field(() => String, { nullable: true, description: "Industry, GB/T 4754." })
  @Classified(Grade.PUBLIC)
  industry?: string | null;

  @Field(() => String, { nullable: true, description: "Status in the register." })
  @Classified(Grade.PUBLIC)
  operatingStatus?: string | null;
}
