import { Field, ID, Int, ObjectType } from "type-graphql";

@ObjectType()
export class Branch {
  @Field(() => ID) id: string;
  @Field(() => String) code: string;
  @Field(() => String) name: string;
}

@ObjectType()
export class Person {
  @Field(() => ID) id: string;
  @Field(() => String) displayName: string;
}

@ObjectType()
export class Money {
  @Field(() => String) amount: string;
  @Field(() => String, { nullable: true }) currency: string | null;
}

@ObjectType()
export class FinancialStatement {
  @Field(() => ID) id: string;
  @Field(() => String) status: string;
  @Field(() => String) periodStart: string;
  @Field(() => String) periodEnd: string;
  @Field(() => Boolean, { nullable: true }) audited: boolean | null;
  @Field(() => String, { nullable: true }) auditor: string | null;
}

@ObjectType()
export class FinancialStatementConnection {
  @Field(() => [FinancialStatement]) nodes: FinancialStatement[];
}

@ObjectType()
export class Customer {
  @Field(() => ID) id: string;
  @Field(() => String) code: string;
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true }) uscc: string | null;
  @Field(() => String) kind: string;
  @Field(() => String) importance: string;
  @Field(() => String) status: string;
  @Field(() => String, { nullable: true }) riskClass: string | null;
  @Field(() => String, { nullable: true }) region: string | null;
  @Field(() => String, { nullable: true }) industry: string | null;
  @Field(() => Int) version: number;
  @Field(() => Date) createdAt: Date;
  @Field(() => Date) updatedAt: Date;
}

@ObjectType()
export class CustomerConnection {
  @Field(() => [Customer]) nodes: Customer[];
}
