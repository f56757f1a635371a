import type { GraphQLResolveInfo } from "graphql";
import { Args, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { Branch } from "../schema/branch.js";
import {
  FeedbackConnection,
  FinancialStatementConnection,
  InformationRecordConnection,
  TransactionConnection,
  VerificationTaskConnection,
} from "../schema/connections.js";
import { Consent } from "../schema/consent.js";
import { ContactRecord } from "../schema/contact-record.js";
import { CreditAssessment } from "../schema/credit-assessment.js";
import { Customer } from "../schema/customer.js";
import {
  CustomerRecordsArgs,
  CustomerStatementsArgs,
  CustomerTasksArgs,
  CustomerTransactionsArgs,
} from "../schema/list-args.js";
import { MajorEvent } from "../schema/major-event.js";
import { OperationRecord } from "../schema/operation-record.js";
import { ForwardArgs } from "../schema/page/page-args.js";
import { RegistrationRecord } from "../schema/registration-record.js";
import { related } from "./related.js";

@Resolver(() => Customer)
export class CustomerRelations {
  @FieldResolver(() => Branch, { description: "Branch that looks after the customer 所属分支机构." })
  @Classified(Grade.INTERNAL)
  branch(@Root() customer: Customer, @Info() info: GraphQLResolveInfo) {
    return related<object>(customer, info);
  }

  @FieldResolver(() => RegistrationRecord, {
    nullable: true,
    description: "Basic identity in force 基本身份: newest archived and valid, else newest live.",
  })
  @Classified(Grade.INTERNAL)
  registration(@Root() customer: Customer, @Info() info: GraphQLResolveInfo) {
    return related<object | null>(customer, info);
  }

  @FieldResolver(() => OperationRecord, { nullable: true, description: "Operation in force 经营情况." })
  @Classified(Grade.INTERNAL)
  operation(@Root() customer: Customer, @Info() info: GraphQLResolveInfo) {
    return related<object | null>(customer, info);
  }

  @FieldResolver(() => [ContactRecord], { description: "Contacts in force 联系人, one per person." })
  @Classified(Grade.INTERNAL)
  contacts(@Root() customer: Customer, @Info() info: GraphQLResolveInfo) {
    return related<object[]>(customer, info);
  }

  @FieldResolver(() => CreditAssessment, { nullable: true, description: "Credit assessment in force 信用评估." })
  @Classified(Grade.INTERNAL)
  creditAssessment(@Root() customer: Customer, @Info() info: GraphQLResolveInfo) {
    return related<object | null>(customer, info);
  }

  @FieldResolver(() => FinancialStatementConnection, {
    nullable: true,
    description: "Financial statements in force 财务报表, newest period first.",
  })
  @Classified(Grade.INTERNAL)
  financialStatements(
    @Root() customer: Customer,
    @Info() info: GraphQLResolveInfo,
    @Args(() => CustomerStatementsArgs) _args: CustomerStatementsArgs,
  ) {
    return related<object | null>(customer, info);
  }

  @FieldResolver(() => TransactionConnection, {
    nullable: true,
    description: "Transactions in force 交易记录, newest recorded first.",
  })
  @Classified(Grade.INTERNAL)
  transactions(
    @Root() customer: Customer,
    @Info() info: GraphQLResolveInfo,
    @Args(() => CustomerTransactionsArgs) _args: CustomerTransactionsArgs,
  ) {
    return related<object | null>(customer, info);
  }

  @FieldResolver(() => FeedbackConnection, { nullable: true, description: "Feedback in force 售后反馈, newest first." })
  @Classified(Grade.INTERNAL)
  feedback(@Root() customer: Customer, @Info() info: GraphQLResolveInfo, @Args(() => ForwardArgs) _args: ForwardArgs) {
    return related<object | null>(customer, info);
  }

  @FieldResolver(() => InformationRecordConnection, {
    nullable: true,
    description: "The whole trail 全部记录, superseded ones too, newest recorded first.",
  })
  @Classified(Grade.INTERNAL)
  records(
    @Root() customer: Customer,
    @Info() info: GraphQLResolveInfo,
    @Args(() => CustomerRecordsArgs) _args: CustomerRecordsArgs,
  ) {
    return related<object | null>(customer, info);
  }

  @FieldResolver(() => VerificationTaskConnection, {
    nullable: true,
    description: "Verification tasks 核实任务, newest first.",
  })
  @Classified(Grade.INTERNAL)
  verificationTasks(
    @Root() customer: Customer,
    @Info() info: GraphQLResolveInfo,
    @Args(() => CustomerTasksArgs) _args: CustomerTasksArgs,
  ) {
    return related<object | null>(customer, info);
  }

  @FieldResolver(() => [Consent], { description: "Consents 同意记录, newest first." })
  @Classified(Grade.INTERNAL)
  consents(@Root() customer: Customer, @Info() info: GraphQLResolveInfo) {
    return related<object[]>(customer, info);
  }

  @FieldResolver(() => [MajorEvent], { description: "Major events 重大事项, newest first." })
  @Classified(Grade.INTERNAL)
  majorEvents(@Root() customer: Customer, @Info() info: GraphQLResolveInfo) {
    return related<object[]>(customer, info);
  }
}
