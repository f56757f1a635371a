import type { GraphQLResolveInfo } from "graphql";
import { Args, ArgsType, Ctx, Field, Info, Mutation, Query, Resolver } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { transferCustomer } from "../commands/transfer-customer.js";
import type { RequestContext } from "../context.js";
import { Grade } from "../domain/grade.js";
import { CustomerConnection } from "../schema/connections.js";
import { TransferCustomerInput } from "../schema/input/transfer-customer-input.js";
import { fromNodeId } from "../schema/node-id.js";
import { ForwardArgs } from "../schema/page/page-args.js";
import { CustomerPayload } from "../schema/payload.js";
import { changed } from "./changed.js";
import { commandContext } from "./command-context.js";

@ArgsType()
class TransferArgs {
  @Field(() => TransferCustomerInput, { description: "Where the customer goes." })
  @Classified(Grade.INTERNAL)
  input: TransferCustomerInput;
}

@Resolver()
export class TransferCustomerResolver {
  @Query(() => CustomerConnection, {
    description:
      "Customers whose USCC a customer of another branch has, too 疑似重复客户, by USCC: those of one code stand together.",
  })
  @Classified(Grade.INTERNAL)
  possibleDuplicates(
    @Args(() => ForwardArgs) _args: ForwardArgs,
    @Ctx() { reads }: RequestContext,
    @Info() { path }: GraphQLResolveInfo,
  ) {
    return reads.list("possibleDuplicates", String(path.key));
  }

  @Mutation(() => CustomerPayload, {
    description: "Gives a customer to another branch 移交客户: what the branch before has claimed is open again.",
  })
  @Classified(Grade.INTERNAL)
  async transferCustomer(
    @Args(() => TransferArgs) { input }: TransferArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const transfer = { ...input, id: fromNodeId("Customer", input.id) };
    const { customerId } = await transferCustomer(commandContext(context, info, input), transfer);
    return changed(context, info, "CustomerPayload", customerId);
  }
}
