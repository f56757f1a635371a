import type { GraphQLResolveInfo } from "graphql";
import { Args, ArgsType, Ctx, Field, Info, Mutation, Query, Resolver } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { registerCustomer } from "../commands/register-customer.js";
import { updateCustomer } from "../commands/update-customer.js";
import type { RequestContext } from "../context.js";
import { Grade } from "../domain/grade.js";
import { Refusal } from "../domain/refusal.js";
import { CustomerConnection } from "../schema/connections.js";
import { Customer } from "../schema/customer.js";
import { RegisterCustomerInput } from "../schema/input/register-customer-input.js";
import { UpdateCustomerInput } from "../schema/input/update-customer-input.js";
import { CustomerArgs, CustomersArgs } from "../schema/list-args.js";
import { fromNodeId } from "../schema/node-id.js";
import { CustomerPayload } from "../schema/payload.js";
import { changed } from "./changed.js";
import { commandContext } from "./command-context.js";
import { momentOf } from "./moment.js";

@ArgsType()
class RegisterArgs {
  @Field(() => RegisterCustomerInput, { description: "The customer." })
  @Classified(Grade.INTERNAL)
  input: RegisterCustomerInput;
}

@ArgsType()
class UpdateArgs {
  @Field(() => UpdateCustomerInput, { description: "The change." })
  @Classified(Grade.INTERNAL)
  input: UpdateCustomerInput;
}

@Resolver()
export class CustomerResolver {
  @Query(() => Customer, {
    nullable: true,
    description: "One customer, by exactly one key 查询客户; null where there is none for me.",
  })
  @Classified(Grade.INTERNAL)
  customer(
    @Args(() => CustomerArgs) { id, code, asOf }: CustomerArgs,
    @Ctx() context: RequestContext,
    @Info() { path }: GraphQLResolveInfo,
  ) {
    const moment = momentOf(asOf, context);
    const find = (by: "id" | "code", key: string) => context.reads.find("Customer", String(path.key), by, key, moment);
    if (id != null && code == null) return find("id", fromNodeId("Customer", id));
    if (code != null && id == null) return find("code", code);
    throw new Refusal("BAD_USER_INPUT", "customer: give exactly one of id and code.");
  }

  @Query(() => CustomerConnection, { description: "Customers 客户列表, by code unless ordered otherwise." })
  @Classified(Grade.INTERNAL)
  customers(
    @Args(() => CustomersArgs) _args: CustomersArgs,
    @Ctx() { reads }: RequestContext,
    @Info() { path }: GraphQLResolveInfo,
  ) {
    return reads.list("customers", String(path.key));
  }

  @Mutation(() => CustomerPayload, { description: "Opens the archive of a customer 登记客户 (SP1)." })
  @Classified(Grade.INTERNAL)
  async registerCustomer(
    @Args(() => RegisterArgs) { input }: RegisterArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { customerId } = await registerCustomer(commandContext(context, info, input), input);
    return changed(context, info, "CustomerPayload", customerId);
  }

  @Mutation(() => CustomerPayload, { description: "Changes a customer's own facts 变更客户 (SP3)." })
  @Classified(Grade.INTERNAL)
  async updateCustomer(
    @Args(() => UpdateArgs) { input }: UpdateArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const change = { ...input, id: fromNodeId("Customer", input.id) };
    const { customerId } = await updateCustomer(
      commandContext(context, info, input),
      change as Parameters<typeof updateCustomer>[1],
    );
    return changed(context, info, "CustomerPayload", customerId);
  }
}
