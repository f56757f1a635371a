import { INFORMATION_CATEGORIES } from "./category.js";
import type { CategoryCode } from "./category-code.js";
import { checklistOf } from "./checklist.js";
import type { CustomerKind, Importance } from "./customer.js";
import { addDays, type LocalDate } from "./local-date.js";
import type { Freshness } from "./record.js";

export interface Collected {
  readonly category: CategoryCode;
  readonly collectedOn: LocalDate;
}

/** How long before the refresh date a refresh is due: two weeks to do it in. */
const NOTICE_DAYS = 14;

const freshnessOfRecord = ({ category, collectedOn }: Collected, today: LocalDate): Freshness => {
  const { refreshDays } = INFORMATION_CATEGORIES[category];
  if (refreshDays === null) return "FRESH";
  const refreshOn = addDays(collectedOn, refreshDays);
  if (today > refreshOn) return "STALE";
  return today >= addDays(refreshOn, -NOTICE_DAYS) ? "DUE" : "FRESH";
};

/**
 * The worst of the records in force that the checklist of the customer expects (SP3): what nobody has to collect nobody
 * has to refresh. An archive that holds nothing of it is stale.
 */
export const freshnessOf = (
  kind: CustomerKind,
  importance: Importance,
  inForce: readonly Collected[],
  today: LocalDate,
): Freshness => {
  const expected = new Set(checklistOf(kind, importance).map(({ category }) => category));
  const counted = inForce.filter(({ category }) => expected.has(category));
  const each = new Set(counted.map((record) => freshnessOfRecord(record, today)));
  if (each.size === 0 || each.has("STALE")) return "STALE";
  return each.has("DUE") ? "DUE" : "FRESH";
};
