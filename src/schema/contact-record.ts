import { Field, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { InformationRecord } from "./information-record.js";

@ObjectType({
  implements: InformationRecord,
  description: "How to reach a person at the customer 联系信息.",
  simpleResolvers: true,
})
export class ContactRecord extends InformationRecord {
  @Field(() => String, { nullable: true, description: "Name of the person 联系人. Masked: the first character." })
  @Classified(Grade.CONTACT, { masked: true })
  personName?: string | null;

  @Field(() => String, { nullable: true, description: "Position 职务." })
  @Classified(Grade.CONTACT)
  position?: string | null;

  @Field(() => String, { nullable: true, description: "Mobile number 手机. Masked: 138****5678." })
  @Classified(Grade.CONTACT, { masked: true })
  mobile?: string | null;

  @Field(() => String, { nullable: true, description: "Landline 固定电话." })
  @Classified(Grade.CONTACT)
  landline?: string | null;

  @Field(() => String, { nullable: true, description: "E-mail 电子邮箱. Masked: a***@domain." })
  @Classified(Grade.CONTACT, { masked: true })
  email?: string | null;

  @Field(() => String, { nullable: true, description: "Postal address 通讯地址. Masked: up to the district." })
  @Classified(Grade.CONTACT, { masked: true })
  postalAddress?: string | null;

  @Field(() => String, { nullable: true, description: "Resident id number 身份证号, GB 11643. Masked: the last four." })
  @Classified(Grade.IDENTITY, { masked: true })
  idNumber?: string | null;
}
