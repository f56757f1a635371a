import type { GraphQLResolveInfo } from "graphql";
import { Args, ArgsType, Ctx, Field, Info, Mutation, Resolver } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { assessCredit } from "../commands/assess-credit.js";
import { collectFeedback } from "../commands/collect-feedback.js";
import { collectOperation } from "../commands/collect-operation.js";
import { collectTransaction } from "../commands/collect-transaction.js";
import type { RequestContext } from "../context.js";
import { Grade } from "../domain/grade.js";
import { AssessCreditInput } from "../schema/input/assess-credit-input.js";
import { CollectFeedbackInput } from "../schema/input/collect-feedback-input.js";
import { CollectOperationInput } from "../schema/input/collect-operation-input.js";
import { CollectTransactionInput } from "../schema/input/collect-transaction-input.js";
import {
  AssessCreditPayload,
  CollectFeedbackPayload,
  CollectOperationPayload,
  CollectTransactionPayload,
} from "../schema/payload.js";
import { collected, withKeys } from "./collected.js";
import { commandContext } from "./command-context.js";

@ArgsType()
class OperationArgs {
  @Field(() => CollectOperationInput, { description: "What was collected." })
  @Classified(Grade.INTERNAL)
  input: CollectOperationInput;
}

@ArgsType()
class TransactionArgs {
  @Field(() => CollectTransactionInput, { description: "What was collected." })
  @Classified(Grade.INTERNAL)
  input: CollectTransactionInput;
}

@ArgsType()
class FeedbackArgs {
  @Field(() => CollectFeedbackInput, { description: "What was collected." })
  @Classified(Grade.INTERNAL)
  input: CollectFeedbackInput;
}

@ArgsType()
class AssessmentArgs {
  @Field(() => AssessCreditInput, { description: "The assessment." })
  @Classified(Grade.INTERNAL)
  input: AssessCreditInput;
}

/** What there is to know of trading with a customer, besides who they are. */
@Resolver()
export class CollectTradeResolver {
  @Mutation(() => CollectOperationPayload, { description: "Collects how a customer operates 采集经营情况." })
  @Classified(Grade.INTERNAL)
  async collectOperation(
    @Args(() => OperationArgs) { input }: OperationArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return collected(context, info, await collectOperation(commandContext(context, info, input), withKeys(input)));
  }

  @Mutation(() => CollectTransactionPayload, {
    description: "Collects a transaction and how it was performed 采集交易与履约记录.",
  })
  @Classified(Grade.INTERNAL)
  async collectTransaction(
    @Args(() => TransactionArgs) { input }: TransactionArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { amount, ...rest } = withKeys(input);
    const money = { amount: amount.amount, amountCurrency: amount.currency ?? null };
    return collected(
      context,
      info,
      await collectTransaction(commandContext(context, info, input), { ...rest, ...money }),
    );
  }

  @Mutation(() => CollectFeedbackPayload, { description: "Collects after-sale feedback 采集售后服务反馈." })
  @Classified(Grade.INTERNAL)
  async collectFeedback(
    @Args(() => FeedbackArgs) { input }: FeedbackArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return collected(context, info, await collectFeedback(commandContext(context, info, input), withKeys(input)));
  }

  @Mutation(() => AssessCreditPayload, { description: "Assesses a customer's credit 信用评估: the analyst decides." })
  @Classified(Grade.INTERNAL)
  async assessCredit(
    @Args(() => AssessmentArgs) { input }: AssessmentArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { creditLimit, ...rest } = withKeys(input);
    const limit = { creditLimit: creditLimit?.amount ?? null, creditLimitCurrency: creditLimit?.currency ?? null };
    return collected(context, info, await assessCredit(commandContext(context, info, input), { ...rest, ...limit }));
  }
}
