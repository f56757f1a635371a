import { and, eq, isNull } from "drizzle-orm";
import type { Orm } from "../db/database.js";
import { screeningFinding } from "../db/tables/index.js";
import { needsOverride } from "../domain/record-review.js";
import { Refusal } from "../domain/refusal.js";
import type { CommandContext } from "./context.js";
import { readReason } from "./reason.js";

/** What a reviewer overrides: what a rule noticed, of a field or of the record as a whole, and why. */
export interface Override {
  readonly rule: string;
  readonly field?: string | null;
  readonly reason: string;
}

const openFindings = (orm: Orm, recordId: string) =>
  orm
    .select({
      id: screeningFinding.id,
      rule: screeningFinding.rule,
      field: screeningFinding.field,
      severity: screeningFinding.severity,
    })
    .from(screeningFinding)
    .where(and(eq(screeningFinding.recordId, recordId), isNull(screeningFinding.overriddenBy)));

/**
 * Overrides what screening noticed of a record, each with its reason, once. Whatever is graver than worth knowing has to be.
 *
 * @throws Refusal BAD_USER_INPUT naming the rules that are left, or the override that meets none
 */
export const overrideFindings = async (
  orm: Orm,
  { viewer }: CommandContext,
  recordId: string,
  overrides: readonly Override[],
): Promise<void> => {
  let open = await openFindings(orm, recordId);
  for (const [i, override] of overrides.entries()) {
    const at = `overrides[${i}]`;
    const reason = readReason(`${at}.reason`, override.reason);
    const met = open.filter(({ rule, field }) => rule === override.rule && field === (override.field ?? null));
    if (met.length === 0)
      throw new Refusal("BAD_USER_INPUT", `${at}: screening left no such finding open.`, { field: at });
    for (const { id } of met)
      await orm
        .update(screeningFinding)
        .set({ overriddenBy: viewer.accountId, overrideReason: reason })
        .where(eq(screeningFinding.id, id));
    open = open.filter((each) => !met.includes(each));
  }
  const rules = open.filter(({ severity }) => needsOverride(severity)).map(({ rule }) => rule);
  if (rules.length > 0)
    throw new Refusal(
      "BAD_USER_INPUT",
      `Screening stands in the way: override each with a reason: ${rules.join(", ")}.`,
      {
        field: "overrides",
        rules,
      },
    );
};
