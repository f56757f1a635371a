import type { GivenContent } from "../domain/content.js";
import { type CollectedRecord, type CollectInput, collectRecord } from "./collect-record.js";
import type { CommandContext } from "./context.js";

export type CollectFeedbackInput = CollectInput & GivenContent<"FEEDBACK">;

/** What the customer tells us after the sale (SP5). */
export const collectFeedback = (context: CommandContext, input: CollectFeedbackInput): Promise<CollectedRecord> =>
  collectRecord(context, "FEEDBACK", input);
