import { boolean, date, text } from "drizzle-orm/pg-core";
import { amount } from "../columns.js";
import { MASK } from "../masks.js";

export const transactionColumns = () => ({
  contractNumber: text("contract_number"),
  occurredOn: date("occurred_on"),
  dueOn: date("due_on"),
  settledOn: date("settled_on"),
  amount: amount("amount"),
  settledAmount: amount("settled_amount"),
  amountCurrency: text("amount_currency"),
  disputed: boolean("disputed"),
  performance: text("performance"),
  amountBand: text("amount_band").generatedAlwaysAs(MASK.band("amount")),
  settledAmountBand: text("settled_amount_band").generatedAlwaysAs(MASK.band("settled_amount")),
});
