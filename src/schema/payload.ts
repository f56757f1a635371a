import { type ClassType, Field, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { ContactRecord } from "./contact-record.js";
import { CreditAssessment } from "./credit-assessment.js";
import { Customer } from "./customer.js";
import { FeedbackRecord } from "./feedback-record.js";
import { FinancialStatement } from "./financial-statement.js";
import { OperationRecord } from "./operation-record.js";
import { RegistrationRecord } from "./registration-record.js";
import { ScreeningFinding } from "./screening-finding.js";
import { TransactionRecord } from "./transaction-record.js";
import { VerificationTask } from "./verification-task.js";

@ObjectType({ description: "The customer, as it is now.", simpleResolvers: true })
export class CustomerPayload {
  @Field(() => Customer, { nullable: true, description: "The customer." })
  @Classified(Grade.INTERNAL)
  customer?: Customer | null;
}

/** What collecting answers. Nothing in it depends on any other record: else one could guess values and watch (SP8). */
const collectedPayload = (name: string, record: () => ClassType<object>): ClassType<object> => {
  @ObjectType(`${name}Payload`, { description: "What was collected, screened on arrival.", simpleResolvers: true })
  class TypedPayload {
    @Field(record, { nullable: true, description: "The new record." })
    @Classified(Grade.INTERNAL)
    record?: object | null;

    @Field(() => [ScreeningFinding], { nullable: true, description: "What screening noticed 筛查结果 (SP8)." })
    @Classified(Grade.RECORD)
    screening?: ScreeningFinding[] | null;

    @Field(() => [VerificationTask], { nullable: true, description: "Verification tasks it opened 核实任务." })
    @Classified(Grade.INTERNAL)
    tasks?: VerificationTask[] | null;
  }
  return TypedPayload;
};

export const CollectRegistrationPayload = collectedPayload("CollectRegistration", () => RegistrationRecord);
export const CollectContactPayload = collectedPayload("CollectContact", () => ContactRecord);
export const AssessCreditPayload = collectedPayload("AssessCredit", () => CreditAssessment);
export const CollectOperationPayload = collectedPayload("CollectOperation", () => OperationRecord);
export const CollectTransactionPayload = collectedPayload("CollectTransaction", () => TransactionRecord);
export const CollectFeedbackPayload = collectedPayload("CollectFeedback", () => FeedbackRecord);
export const CollectFinancialStatementPayload = collectedPayload("CollectFinancialStatement", () => FinancialStatement);
