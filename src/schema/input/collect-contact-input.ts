import { Field, InputType } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { Grade } from "../../domain/grade.js";
import { type CollectInput, Collecting } from "./collect-input.js";
import type { SourceInput } from "./source-input.js";

@InputType({
  description: "How to reach a person 联系信息. Personal data: it takes that person's consent or a legal basis (SP4).",
})
@Collecting
export class CollectContactInput implements CollectInput {
  customerId: string;
  source: SourceInput;
  validFrom?: string | null;
  validTo?: string | null;
  corrects?: string | null;

  @Field(() => String, { description: "Name of the person." })
  @Classified(Grade.CONTACT)
  personName: string;

  @Field(() => String, { nullable: true, description: "Position." })
  @Classified(Grade.CONTACT)
  position?: string | null;

  @Field(() => String, { nullable: true, description: "Mobile number." })
  @Classified(Grade.CONTACT)
  mobile?: string | null;

  @Field(() => String, { nullable: true, description: "Landline." })
  @Classified(Grade.CONTACT)
  landline?: string | null;

  @Field(() => String, { nullable: true, description: "E-mail." })
  @Classified(Grade.CONTACT)
  email?: string | null;

  @Field(() => String, { nullable: true, description: "Postal address." })
  @Classified(Grade.CONTACT)
  postalAddress?: string | null;

  @Field(() => String, { nullable: true, description: "Resident id number, GB 11643." })
  @Classified(Grade.IDENTITY)
  idNumber?: string | null;
}
