import type { GraphQLResolveInfo } from "graphql";
import { Args, ArgsType, Ctx, Field, Info, Mutation, Resolver } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { collectContact } from "../commands/collect-contact.js";
import { collectFinancialStatement } from "../commands/collect-financial-statement.js";
import { collectRegistration } from "../commands/collect-registration.js";
import type { RequestContext } from "../context.js";
import { Grade } from "../domain/grade.js";
import { CollectContactInput } from "../schema/input/collect-contact-input.js";
import { CollectFinancialStatementInput } from "../schema/input/collect-financial-statement-input.js";
import { CollectRegistrationInput } from "../schema/input/collect-registration-input.js";
import {
  CollectContactPayload,
  CollectFinancialStatementPayload,
  CollectRegistrationPayload,
} from "../schema/payload.js";
import { collected, withKeys } from "./collected.js";
import { commandContext } from "./command-context.js";

@ArgsType()
class RegistrationArgs {
  @Field(() => CollectRegistrationInput, { description: "What was collected." })
  @Classified(Grade.INTERNAL)
  input: CollectRegistrationInput;
}

@ArgsType()
class ContactArgs {
  @Field(() => CollectContactInput, { description: "What was collected." })
  @Classified(Grade.INTERNAL)
  input: CollectContactInput;
}

@ArgsType()
class StatementArgs {
  @Field(() => CollectFinancialStatementInput, { description: "What was collected." })
  @Classified(Grade.INTERNAL)
  input: CollectFinancialStatementInput;
}

@Resolver()
export class CollectResolver {
  @Mutation(() => CollectRegistrationPayload, { description: "Collects basic identity 采集基本身份信息." })
  @Classified(Grade.INTERNAL)
  async collectRegistration(
    @Args(() => RegistrationArgs) { input }: RegistrationArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { registeredCapital, ...rest } = withKeys(input);
    const capital = {
      registeredCapital: registeredCapital?.amount ?? null,
      registeredCapitalCurrency: registeredCapital?.currency ?? null,
    };
    return collected(
      context,
      info,
      await collectRegistration(commandContext(context, info, input), { ...rest, ...capital }),
    );
  }

  @Mutation(() => CollectContactPayload, { description: "Collects how to reach a person 采集联系信息." })
  @Classified(Grade.INTERNAL)
  async collectContact(
    @Args(() => ContactArgs) { input }: ContactArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return collected(context, info, await collectContact(commandContext(context, info, input), withKeys(input)));
  }

  @Mutation(() => CollectFinancialStatementPayload, { description: "Collects a financial statement 采集财务报表." })
  @Classified(Grade.INTERNAL)
  async collectFinancialStatement(
    @Args(() => StatementArgs) { input }: StatementArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return collected(
      context,
      info,
      await collectFinancialStatement(commandContext(context, info, input), withKeys(input)),
    );
  }
}
