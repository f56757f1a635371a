import type { GivenContent } from "../domain/content.js";
import { Refusal } from "../domain/refusal.js";
import { type CollectedRecord, type CollectInput, collectRecord } from "./collect-record.js";
import type { CommandContext } from "./context.js";

export type AssessCreditInput = CollectInput & GivenContent<"CREDIT">;

const MOST = 100;

const requireScore = ({ score }: AssessCreditInput): void => {
  if (score != null && (Number(score) < 0 || Number(score) > MOST))
    throw new Refusal("BAD_USER_INPUT", `score must be from 0 to ${MOST}.`, { field: "score" });
};

/** Our own judgement of a customer, with its reasons (SP5): the score card proposes, an analyst decides. */
export const assessCredit = async (context: CommandContext, input: AssessCreditInput): Promise<CollectedRecord> => {
  requireScore(input);
  return collectRecord(context, "CREDIT", input);
};
