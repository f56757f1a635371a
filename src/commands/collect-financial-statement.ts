import type { GivenContent } from "../domain/content.js";
import { parseLocalDate } from "../domain/local-date.js";
import { Refusal } from "../domain/refusal.js";
import { type CollectedRecord, type CollectInput, collectRecord } from "./collect-record.js";
import type { CommandContext } from "./context.js";

export type CollectFinancialStatementInput = CollectInput & GivenContent<"FINANCIAL">;

/** A period that ends before it starts is no series: such a statement cannot even be kept and returned. */
export const requirePeriod = ({
  periodStart,
  periodEnd,
}: Pick<CollectFinancialStatementInput, "periodStart" | "periodEnd">): void => {
  const [start, end] = [parseLocalDate(periodStart ?? ""), parseLocalDate(periodEnd ?? "")];
  if (start !== null && end !== null && end <= start)
    throw new Refusal("BAD_USER_INPUT", "periodEnd must be after periodStart.", { field: "periodEnd" });
};

/** The figures of one period: key information (SP2), a sole trader's are personal data (SP4). */
export const collectFinancialStatement = async (
  context: CommandContext,
  input: CollectFinancialStatementInput,
): Promise<CollectedRecord> => {
  requirePeriod(input);
  return collectRecord(context, "FINANCIAL", input);
};
