import { Field, ID, InputType } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { CategoryCode } from "../../domain/category-code.js";
import { Grade } from "../../domain/grade.js";
import { Purpose } from "../../domain/source.js";
import { DateScalar } from "../scalars.js";

@InputType({ description: "A person's consent 个人信息处理同意 (SP4), given after they were told what for." })
export class GiveConsentInput {
  @Field(() => ID, { description: "Customer the person belongs to." })
  @Classified(Grade.INTERNAL)
  customerId: string;

  @Field(() => String, { description: "Who consents, 200 characters at most." })
  @Classified(Grade.CONTACT)
  personName: string;

  @Field(() => [Purpose], { description: "For what; at least one." })
  @Classified(Grade.INTERNAL)
  purposes: Purpose[];

  @Field(() => [CategoryCode], { description: "For which categories; at least one." })
  @Classified(Grade.INTERNAL)
  categories: CategoryCode[];

  @Field(() => DateScalar, { nullable: true, description: "Day it was given; today unless said." })
  @Classified(Grade.INTERNAL)
  givenOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "First day it covers nothing any more." })
  @Classified(Grade.INTERNAL)
  expiresOn?: string | null;

  @Field(() => String, { nullable: true, description: "Where the consent is kept, 500 characters at most." })
  @Classified(Grade.CONTACT)
  reference?: string | null;
}
