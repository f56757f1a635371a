import { Field, ID, Int, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Role } from "../auth/role.js";
import { Use } from "../auth/use.js";
import { AccessExit, AccessOutcome } from "../domain/access-event.js";
import { Disclosure } from "../domain/disclosure.js";
import { Grade } from "../domain/grade.js";
import { Purpose } from "../domain/source.js";
import { DateTimeScalar } from "./scalars.js";

@ObjectType({ description: "A coordinate of the schema an operation used 访问字段.", simpleResolvers: true })
export class AccessRead {
  @Field(() => String, { description: "Coordinate, such as FinancialStatement.revenue." })
  @Classified(Grade.INTERNAL)
  coordinate: string;

  @Field(() => Use, { description: "What it was used for 用途方式." })
  @Classified(Grade.INTERNAL)
  use: Use;

  @Field(() => Grade, {
    description: "Its grade 密级; of texts about records one entry for every grade they may weigh as.",
  })
  @Classified(Grade.INTERNAL)
  grade: Grade;

  @Field(() => Disclosure, { description: "How much of it was open to the role 披露程度." })
  @Classified(Grade.INTERNAL)
  level: Disclosure;
}

@ObjectType({
  description:
    "An entry of the read ledger 访问台账 (SP12): one operation of somebody signed in. It holds no value of any record.",
  simpleResolvers: true,
})
export class AccessEvent {
  @Field(() => ID, { description: "Id of the entry, as npm run ledger names it." })
  @Classified(Grade.INTERNAL)
  id: string;

  @Field(() => DateTimeScalar, { description: "When it was asked 时间." })
  @Classified(Grade.INTERNAL)
  occurredAt: string;

  @Field(() => Role, { description: "The role it was asked in 当前角色." })
  @Classified(Grade.INTERNAL)
  role: Role;

  @Field(() => [Role], { description: "All roles the account had then 全部角色." })
  @Classified(Grade.INTERNAL)
  roles: Role[];

  @Field(() => Purpose, {
    nullable: true,
    description: "What it was asked for (`x-purpose`) 目的; null: it did not say.",
  })
  @Classified(Grade.INTERNAL)
  purpose?: Purpose | null;

  @Field(() => AccessExit, { description: "The way the answer left by 出口." })
  @Classified(Grade.INTERNAL)
  exit: AccessExit;

  @Field(() => AccessOutcome, { description: "How it ended 结果." })
  @Classified(Grade.INTERNAL)
  outcome: AccessOutcome;

  @Field(() => String, { nullable: true, description: "Code of its first error; null where there was none." })
  @Classified(Grade.INTERNAL)
  refusal?: string | null;

  @Field(() => String, { nullable: true, description: "Name of the operation, as its document has it 操作名." })
  @Classified(Grade.INTERNAL)
  operationName?: string | null;

  @Field(() => String, {
    description: "Id of a registered operation; of any other SHA-256 of its document with all values taken out.",
  })
  @Classified(Grade.INTERNAL)
  operationHash: string;

  @Field(() => Boolean, { description: "Whether it was a registered operation." })
  @Classified(Grade.INTERNAL)
  registered: boolean;

  @Field(() => String, { description: "Version of the policy it was decided by 策略版本." })
  @Classified(Grade.INTERNAL)
  policyVersion: string;

  @Field(() => [String], {
    description:
      "What stands for the customers whose rows were read 涉及客户, 200 at most: the same for the same customer.",
  })
  @Classified(Grade.INTERNAL)
  customers: string[];

  @Field(() => Int, { description: "How many customers' rows were read, from 0." })
  @Classified(Grade.INTERNAL)
  customerCount: number;

  @Field(() => Boolean, {
    description:
      "Whether its answer spoke of none but the customers it names. False: it read of more than 200, or picked, ordered or counted by graded values.",
  })
  @Classified(Grade.INTERNAL)
  namesAll: boolean;

  @Field(() => String, { description: "HMAC-SHA-256 over the entry, hexadecimal." })
  @Classified(Grade.INTERNAL)
  hash: string;

  @Field(() => Int, { nullable: true, description: "The batch it is sealed in 批次; null: not sealed yet." })
  @Classified(Grade.INTERNAL)
  batch?: number | null;
}
