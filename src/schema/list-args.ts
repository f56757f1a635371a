import { ArgsType, type ClassType, Field, ID } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { AsOfInput } from "./as-of.js";
import { AccessEventFilter } from "./filter/access-event-filter.js";
import { ConflictFilter } from "./filter/conflict-filter.js";
import { CustomerFilter } from "./filter/customer-filter.js";
import { FinancialStatementFilter } from "./filter/financial-statement-filter.js";
import { InformationRecordFilter } from "./filter/information-record-filter.js";
import { TransactionFilter } from "./filter/transaction-filter.js";
import { VerificationTaskFilter } from "./filter/verification-task-filter.js";
import type { Order } from "./order/order.js";
import {
  CustomerOrder,
  FinancialStatementOrder,
  InformationRecordOrder,
  VerificationTaskOrder,
} from "./order/orders.js";
import { ForwardArgs, PageArgs } from "./page/page-args.js";

const FILTER = { nullable: true, description: "Only rows for which this holds." } as const;
const ORDER = { nullable: true, description: "The order of the rows; the id decides at the end." } as const;

const listOf = (type: ClassType<Order>): [ClassType<Order>] => [type];

@ArgsType()
export class CustomersArgs extends PageArgs {
  @Field(() => CustomerFilter, FILTER)
  @Classified(Grade.INTERNAL)
  filter?: CustomerFilter | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Customers by name, code or USCC, best match first unless `orderBy` says otherwise. Two characters at least, 200 and eight words at most, else BAD_USER_INPUT; every word must be found. Of a name any part, whatever its width, case, brackets and company form (有限公司, Co., Ltd.); its pinyin without tones from a syllable on, and its initials; of code and USCC the beginning, and any part of four characters. PUBLIC facts only (SP12).",
  })
  @Classified(Grade.PUBLIC)
  search?: string | null;

  @Field(() => listOf(CustomerOrder), ORDER)
  @Classified(Grade.INTERNAL)
  orderBy?: Order[] | null;
}

@ArgsType()
export class InformationRecordsArgs extends PageArgs {
  @Field(() => InformationRecordFilter, FILTER)
  @Classified(Grade.INTERNAL)
  filter?: InformationRecordFilter | null;

  @Field(() => listOf(InformationRecordOrder), ORDER)
  @Classified(Grade.INTERNAL)
  orderBy?: Order[] | null;
}

@ArgsType()
export class FinancialStatementsArgs extends PageArgs {
  @Field(() => FinancialStatementFilter, FILTER)
  @Classified(Grade.INTERNAL)
  filter?: FinancialStatementFilter | null;

  @Field(() => listOf(FinancialStatementOrder), ORDER)
  @Classified(Grade.INTERNAL)
  orderBy?: Order[] | null;
}

@ArgsType()
export class VerificationTasksArgs extends PageArgs {
  @Field(() => VerificationTaskFilter, FILTER)
  @Classified(Grade.INTERNAL)
  filter?: VerificationTaskFilter | null;

  @Field(() => listOf(VerificationTaskOrder), ORDER)
  @Classified(Grade.INTERNAL)
  orderBy?: Order[] | null;
}

@ArgsType()
export class ConflictsArgs extends ForwardArgs {
  @Field(() => ConflictFilter, FILTER)
  @Classified(Grade.INTERNAL)
  filter?: ConflictFilter | null;
}

@ArgsType()
export class AccessEventsArgs extends PageArgs {
  @Field(() => AccessEventFilter, FILTER)
  @Classified(Grade.INTERNAL)
  filter?: AccessEventFilter | null;
}

@ArgsType()
export class CustomerStatementsArgs extends ForwardArgs {
  @Field(() => listOf(FinancialStatementOrder), ORDER)
  @Classified(Grade.INTERNAL)
  orderBy?: Order[] | null;
}

@ArgsType()
export class CustomerTransactionsArgs extends ForwardArgs {
  @Field(() => TransactionFilter, FILTER)
  @Classified(Grade.INTERNAL)
  filter?: TransactionFilter | null;
}

@ArgsType()
export class CustomerRecordsArgs extends ForwardArgs {
  @Field(() => InformationRecordFilter, FILTER)
  @Classified(Grade.INTERNAL)
  filter?: InformationRecordFilter | null;
}

@ArgsType()
export class CustomerTasksArgs extends ForwardArgs {
  @Field(() => VerificationTaskFilter, FILTER)
  @Classified(Grade.INTERNAL)
  filter?: VerificationTaskFilter | null;
}

@ArgsType()
export class IdArgs {
  @Field(() => ID, { description: "Id, as an earlier answer gave it." })
  @Classified(Grade.INTERNAL)
  id: string;
}

@ArgsType()
export class IdsArgs {
  @Field(() => [ID], { description: "Ids, 100 at most." })
  @Classified(Grade.INTERNAL)
  ids: string[];
}

@ArgsType()
export class CustomerArgs {
  @Field(() => ID, { nullable: true, description: "Id; or give the code." })
  @Classified(Grade.INTERNAL)
  id?: string | null;

  @Field(() => String, { nullable: true, description: "Customer code; or give the id." })
  @Classified(Grade.PUBLIC)
  code?: string | null;

  @Field(() => AsOfInput, { nullable: true, description: "The moment to look at; now by default." })
  @Classified(Grade.INTERNAL)
  asOf?: AsOfInput | null;
}
