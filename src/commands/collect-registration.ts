import type { GivenContent } from "../domain/content.js";
import { type CollectedRecord, type CollectInput, collectRecord } from "./collect-record.js";
import type { CommandContext } from "./context.js";

/** The capital's currency stands beside it, as `registeredCapitalCurrency`. */
export type CollectRegistrationInput = CollectInput & GivenContent<"REGISTRATION">;

/** Who the customer is, as the register has it (SP5). */
export const collectRegistration = (
  context: CommandContext,
  input: CollectRegistrationInput,
): Promise<CollectedRecord> => collectRecord(context, "REGISTRATION", input);
