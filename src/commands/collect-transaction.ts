import type { GivenContent } from "../domain/content.js";
import { type CollectedRecord, type CollectInput, collectRecord } from "./collect-record.js";
import type { CommandContext } from "./context.js";

export type CollectTransactionInput = CollectInput & GivenContent<"TRANSACTION">;

/** A transaction with us: key information (SP2), verified with all others of its month. */
export const collectTransaction = (context: CommandContext, input: CollectTransactionInput): Promise<CollectedRecord> =>
  collectRecord(context, "TRANSACTION", input);
