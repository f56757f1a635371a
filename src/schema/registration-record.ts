import { Field, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { InformationRecord } from "./information-record.js";
import { Money } from "./money.js";
import { DateScalar } from "./scalars.js";

@ObjectType({
  implements: InformationRecord,
  description: "Basic identity 基本身份信息: what the register says.",
  simpleResolvers: true,
})
export class RegistrationRecord extends InformationRecord {
  @Field(() => String, { nullable: true, description: "Registered name 企业名称." })
  @Classified(Grade.PUBLIC)
  legalName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Unified social credit code 统一社会信用代码, GB 32100-2015, 18 characters.",
  })
  @Classified(Grade.PUBLIC)
  uscc?: string | null;

  @Field(() => String, { nullable: true, description: "Legal representative 法定代表人." })
  @Classified(Grade.PUBLIC)
  legalRepresentative?: string | null;

  @Field(() => Money, { nullable: true, description: "Registered capital 注册资本." })
  @Classified(Grade.PUBLIC)
  registeredCapital?: Money | null;

  @Field(() => DateScalar, { nullable: true, description: "Day of establishment 成立日期." })
  @Classified(Grade.PUBLIC)
  establishedOn?: string | null;

  @Field(() => String, { nullable: true, description: "Type of company 企业类型." })
  @Classified(Grade.PUBLIC)
  companyType?: string | null;

  @Field(() => String, { nullable: true, description: "Region of registration 登记地区, GB/T 2260, six digits." })
  @Classified(Grade.PUBLIC)
  registrationRegion?: string | null;

  @Field(() => String, { nullable: true, description: "Registered address 注册地址." })
  @Classified(Grade.PUBLIC)
  registeredAddress?: string | null;

  @Field(() => String, { nullable: true, description: "Business scope 经营范围." })
  @Classified(Grade.PUBLIC)
  businessScope?: string | null;

  @Field(() => String, { nullable: true, description: "Industry 所属行业, GB/T 4754." })
  @Classified(Grade.PUBLIC)
  industry?: string | null;

  @Field(() => String, { nullable: true, description: "Status in the register 登记状态." })
  @Classified(Grade.PUBLIC)
  operatingStatus?: string | null;
}
