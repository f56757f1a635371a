import type { GraphQLSchema } from "graphql";
import { buildArchiveSchema } from "../schema/build.js";
import { Conflict } from "../schema/conflict.js";
import { ContactRecord } from "../schema/contact-record.js";
import { CreditAssessment } from "../schema/credit-assessment.js";
import { FeedbackRecord } from "../schema/feedback-record.js";
import { FinancialStatement } from "../schema/financial-statement.js";
import { OperationRecord } from "../schema/operation-record.js";
import { RegistrationRecord } from "../schema/registration-record.js";
import { TransactionRecord } from "../schema/transaction-record.js";
import { AccessEventRelations } from "./access-event-relations.js";
import { AccessEventResolver } from "./access-events.js";
import { AccessExplanationResolver } from "./access-explanation.js";
import { AccessTokenResolver } from "./access-token.js";
import { AccountResolver } from "./account.js";
import { AccountAccessResolver } from "./account-access.js";
import { AccountRelations } from "./account-relations.js";
import { ArchiveStatisticsResolver } from "./archive-statistics.js";
import { CollectResolver } from "./collect.js";
import { CollectTradeResolver } from "./collect-trade.js";
import { CustomerComputed, RecordComputed } from "./computed.js";
import { ConflictRelations } from "./conflict-relations.js";
import { ConflictResolver } from "./conflicts.js";
import { CreditProposalResolver } from "./credit-proposal.js";
import { CustomerResolver } from "./customer.js";
import { CustomerRelations } from "./customer-relations.js";
import { FindingRelations } from "./finding-relations.js";
import { GiveConsentResolver } from "./give-consent.js";
import { ImportJobResolver } from "./import-job.js";
import { InformationCategoryResolver } from "./information-category.js";
import { InformationRecordRelations } from "./information-record-relations.js";
import { RecordResolver, TaskResolver } from "./lists.js";
import { MajorEventRelations } from "./major-event-relations.js";
import { MajorEventResolver } from "./major-events.js";
import { NodeResolver } from "./node.js";
import { NoticeResolver } from "./notices.js";
import { RestrictionResolver } from "./restriction.js";
import { ReviewResolver } from "./review.js";
import { ScreeningFindingRelations } from "./screening-finding-relations.js";
import { SessionResolver } from "./session.js";
import { SharingAgreementRelations } from "./sharing-agreement-relations.js";
import { SharingAgreementResolver } from "./sharing-agreements.js";
import { SourceRelations } from "./source-relations.js";
import { SubmitFindingsResolver } from "./submit-findings.js";
import { TaskComputed } from "./task-computed.js";
import { TaskQueueResolver } from "./task-queue.js";
import { TaskReviewResolver } from "./task-review.js";
import { TransferCustomerResolver } from "./transfer-customer.js";
import { VerificationTaskRelations } from "./verification-task-relations.js";
import { ViewerResolver } from "./viewer.js";

/** The schema with every resolver of the archive. */
export const archiveSchema = (): Promise<GraphQLSchema> =>
  buildArchiveSchema(
    [
      AccessEventRelations,
      AccessEventResolver,
      AccessExplanationResolver,
      AccessTokenResolver,
      AccountAccessResolver,
      AccountRelations,
      AccountResolver,
      ArchiveStatisticsResolver,
      CollectResolver,
      CollectTradeResolver,
      ConflictRelations,
      ConflictResolver,
      CreditProposalResolver,
      ImportJobResolver,
      CustomerComputed,
      CustomerRelations,
      CustomerResolver,
      FindingRelations,
      GiveConsentResolver,
      InformationCategoryResolver,
      InformationRecordRelations,
      MajorEventRelations,
      MajorEventResolver,
      NodeResolver,
      NoticeResolver,
      RecordComputed,
      RecordResolver,
      RestrictionResolver,
      ReviewResolver,
      ScreeningFindingRelations,
      SessionResolver,
      SharingAgreementRelations,
      SharingAgreementResolver,
      SourceRelations,
      SubmitFindingsResolver,
      TaskComputed,
      TaskQueueResolver,
      TaskResolver,
      TaskReviewResolver,
      TransferCustomerResolver,
      VerificationTaskRelations,
      ViewerResolver,
    ],
    // Reached through an interface only.
    [
      Conflict,
      ContactRecord,
      CreditAssessment,
      FeedbackRecord,
      FinancialStatement,
      OperationRecord,
      RegistrationRecord,
      TransactionRecord,
    ],
  );
