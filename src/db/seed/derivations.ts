import { recordDerivation } from "../tables/index.js";
import type { Demo } from "./demo.js";
import type { Made } from "./made.js";
import type { Portfolio } from "./portfolio.js";

/** What a judgement rests on: the newest statement, the operation and the payments. */
const sourcesOf = ({ statements, operation, transactions }: Portfolio): readonly Made[] => [
  ...statements.slice(0, 1),
  operation,
  ...transactions,
];

/** An analysis names what it was derived from (SP6); one older than its sources was not derived from these. */
export const addDerivations = (demo: Demo, records: readonly Made[], portfolio: Portfolio): void => {
  const sources = sourcesOf(portfolio);
  const newest = Math.min(...sources.map(({ wanted }) => wanted.collectedAgo));
  for (const { id: recordId, customer, wanted } of records) {
    if (wanted.origin.channel !== "DATA_ANALYSIS" || wanted.status === "ERASED" || wanted.collectedAgo >= newest)
      continue;
    const rows = sources.map(({ id: sourceId }) => ({ recordId, sourceId, customerId: customer.id }));
    demo.rows.add(recordDerivation, ...rows);
  }
};
