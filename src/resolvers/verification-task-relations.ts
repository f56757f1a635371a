import type { GraphQLResolveInfo } from "graphql";
import { FieldResolver, Info, Resolver, Root } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { Customer } from "../schema/customer.js";
import { Finding } from "../schema/finding.js";
import { InformationRecord } from "../schema/information-record.js";
import { Person } from "../schema/person.js";
import { VerificationTask } from "../schema/verification-task.js";
import { related } from "./related.js";

@Resolver(() => VerificationTask)
export class VerificationTaskRelations {
  @FieldResolver(() => Customer, { nullable: true, description: "Customer whose records are verified 所属客户." })
  @Classified(Grade.INTERNAL)
  customer(@Root() verificationTask: VerificationTask, @Info() info: GraphQLResolveInfo) {
    return related<object | null>(verificationTask, info);
  }

  @FieldResolver(() => [InformationRecord], { description: "Records to verify 待核实记录, all of one category." })
  @Classified(Grade.INTERNAL)
  records(@Root() verificationTask: VerificationTask, @Info() info: GraphQLResolveInfo) {
    return related<object[]>(verificationTask, info);
  }

  @FieldResolver(() => Person, { nullable: true, description: "Who holds it 核实人." })
  @Classified(Grade.INTERNAL)
  assignee(@Root() verificationTask: VerificationTask, @Info() info: GraphQLResolveInfo) {
    return related<object | null>(verificationTask, info);
  }

  @FieldResolver(() => [Finding], { nullable: true, description: "What was found 核实结论." })
  @Classified(Grade.RECORD)
  findings(@Root() verificationTask: VerificationTask, @Info() info: GraphQLResolveInfo) {
    return related<object[] | null>(verificationTask, info);
  }
}
