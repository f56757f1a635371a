import { asc } from "drizzle-orm";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import type { Loaders } from "./loaders.js";
import { customer, type statement } from "./tables.js";
import {
  Branch,
  Customer,
  CustomerConnection,
  FinancialStatement,
  FinancialStatementConnection,
  Money,
  Person,
} from "./types.js";

export interface Context {
  readonly role: string | null;
  readonly db: PostgresJsDatabase;
  readonly loaders: Loaders;
}

type CustomerRow = typeof customer.$inferSelect;
type StatementRow = typeof statement.$inferSelect;

const money = (amount: string | null, { currency }: StatementRow) => (amount === null ? null : { amount, currency });

@Resolver(() => Customer)
export class CustomerResolver {
  @Query(() => CustomerConnection)
  async customers(@Arg("first", () => Int) first: number, @Ctx() { db }: Context) {
    return { nodes: await db.select().from(customer).orderBy(asc(customer.code)).limit(first) };
  }

  @FieldResolver(() => Branch)
  branch(@Root() { branchId }: CustomerRow, @Ctx() { loaders }: Context) {
    return loaders.branch.load(branchId);
  }

  @FieldResolver(() => FinancialStatementConnection)
  async financialStatements(
    @Root() { id }: CustomerRow,
    @Arg("first", () => Int) first: number,
    @Ctx() { loaders }: Context,
  ) {
    return { nodes: (await loaders.statements.load(id)).slice(0, first) };
  }
}

@Resolver(() => FinancialStatement)
export class FinancialStatementResolver {
  @FieldResolver(() => Money, { nullable: true })
  totalAssets(@Root() row: StatementRow) {
    return money(row.totalAssets, row);
  }

  @FieldResolver(() => Money, { nullable: true })
  revenue(@Root() row: StatementRow) {
    return money(row.revenue, row);
  }

  @FieldResolver(() => Money, { nullable: true })
  netProfit(@Root() row: StatementRow) {
    return money(row.netProfit, row);
  }

  @FieldResolver(() => Person, { nullable: true })
  collectedBy(@Root() { collectedBy }: StatementRow, @Ctx() { loaders }: Context) {
    return loaders.person.load(collectedBy);
  }
}
