import type { GraphQLResolveInfo } from "graphql";
import { FieldResolver, Info, Resolver, Root } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { Customer } from "../schema/customer.js";
import { Evidence } from "../schema/evidence.js";
import { InformationRecord } from "../schema/information-record.js";
import { Person } from "../schema/person.js";
import { ScreeningFinding } from "../schema/screening-finding.js";
import { Source } from "../schema/source.js";
import { VerificationTask } from "../schema/verification-task.js";
import { related } from "./related.js";

@Resolver(() => InformationRecord)
export class InformationRecordRelations {
  @FieldResolver(() => Customer, { nullable: true, description: "Customer it belongs to 所属客户." })
  @Classified(Grade.INTERNAL)
  customer(@Root() informationRecord: InformationRecord, @Info() info: GraphQLResolveInfo) {
    return related<object | null>(informationRecord, info);
  }

  @FieldResolver(() => Source, { description: "Where it comes from 信息来源 (SP6)." })
  @Classified(Grade.INTERNAL)
  source(@Root() informationRecord: InformationRecord, @Info() info: GraphQLResolveInfo) {
    return related<object>(informationRecord, info);
  }

  @FieldResolver(() => Person, { nullable: true, description: "Who collected it 采集人." })
  @Classified(Grade.INTERNAL)
  collectedBy(@Root() informationRecord: InformationRecord, @Info() info: GraphQLResolveInfo) {
    return related<object | null>(informationRecord, info);
  }

  @FieldResolver(() => [ScreeningFinding], { nullable: true, description: "What screening noticed 筛查结果 (SP8)." })
  @Classified(Grade.RECORD)
  screening(@Root() informationRecord: InformationRecord, @Info() info: GraphQLResolveInfo) {
    return related<object[] | null>(informationRecord, info);
  }

  @FieldResolver(() => [VerificationTask], { description: "Tasks that verify it 核实任务, newest first." })
  @Classified(Grade.INTERNAL)
  verificationTasks(@Root() informationRecord: InformationRecord, @Info() info: GraphQLResolveInfo) {
    return related<object[]>(informationRecord, info);
  }

  @FieldResolver(() => [Evidence], { nullable: true, description: "Documents behind it 佐证材料." })
  @Classified(Grade.INTERNAL)
  evidence(@Root() informationRecord: InformationRecord, @Info() info: GraphQLResolveInfo) {
    return related<object[] | null>(informationRecord, info);
  }

  @FieldResolver(() => InformationRecord, { nullable: true, description: "Record it corrects 更正对象." })
  @Classified(Grade.INTERNAL)
  corrects(@Root() informationRecord: InformationRecord, @Info() info: GraphQLResolveInfo) {
    return related<object | null>(informationRecord, info);
  }

  @FieldResolver(() => InformationRecord, {
    nullable: true,
    description: "Record it superseded when archived 前一版本.",
  })
  @Classified(Grade.INTERNAL)
  supersedes(@Root() informationRecord: InformationRecord, @Info() info: GraphQLResolveInfo) {
    return related<object | null>(informationRecord, info);
  }

  @FieldResolver(() => InformationRecord, { nullable: true, description: "Record that superseded it 后一版本." })
  @Classified(Grade.INTERNAL)
  supersededBy(@Root() informationRecord: InformationRecord, @Info() info: GraphQLResolveInfo) {
    return related<object | null>(informationRecord, info);
  }
}
