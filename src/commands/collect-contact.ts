import type { GivenContent } from "../domain/content.js";
import { type CollectedRecord, type CollectInput, collectRecord } from "./collect-record.js";
import type { CommandContext } from "./context.js";

export type CollectContactInput = CollectInput & GivenContent<"CONTACT">;

/** How to reach a person of the customer: personal data, which needs a ground (SP4). */
export const collectContact = (context: CommandContext, input: CollectContactInput): Promise<CollectedRecord> =>
  collectRecord(context, "CONTACT", input);
