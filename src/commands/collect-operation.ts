import type { GivenContent } from "../domain/content.js";
import { type CollectedRecord, type CollectInput, collectRecord } from "./collect-record.js";
import type { CommandContext } from "./context.js";

export type CollectOperationInput = CollectInput & GivenContent<"OPERATION">;

/** How the customer operates: key information (SP2). */
export const collectOperation = (context: CommandContext, input: CollectOperationInput): Promise<CollectedRecord> =>
  collectRecord(context, "OPERATION", input);
