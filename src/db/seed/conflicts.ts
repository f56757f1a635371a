import { CATEGORY_FIELDS } from "../../domain/category-fields.js";
import type { ConflictResolution, RecordStatus } from "../../domain/record.js";
import { methodsFor } from "../../domain/verification-policy.js";
import { conflict } from "../tables/index.js";
import { type Demo, instantFor } from "./demo.js";
import { demoId } from "./demo-id.js";
import type { Made } from "./made.js";
import type { Portfolio } from "./portfolio.js";
import { addTask } from "./tasks.js";

/** What became of a draft tells how its conflict with the record in force was decided, in turn where there are two ways. */
const RESOLUTIONS: Partial<Record<RecordStatus, readonly ConflictResolution[]>> = {
  RETURNED: ["KEEP_FIRST", "NEITHER"],
  VERIFIED: ["KEEP_SECOND"],
  APPROVED: ["BOTH_VALID", "KEEP_SECOND"],
};

const inForceOf = (portfolio: Portfolio, { category, wanted }: Made): Made | undefined => {
  const { registration, operation, statements } = portfolio;
  const candidates: readonly Made[] = [registration, operation, ...statements];
  return candidates.find((record) => record.category === category && record.id === wanted.corrects);
};

const contentOf = ({ wanted }: Made) => wanted.content as Readonly<Record<string, unknown>>;

/** Critical fields that say different things. */
const fieldsApart = (first: Made, second: Made): string[] =>
  CATEGORY_FIELDS[first.category]
    .filter(({ critical, name }) => critical && contentOf(first)[name] !== contentOf(second)[name])
    .map(({ name }) => name);

/** Where a draft contradicts the record in force (SP8): open while it is being verified, decided afterwards. */
export const addConflicts = (demo: Demo, portfolio: Portfolio, drafts: readonly Made[]): void => {
  for (const second of drafts) {
    const first = inForceOf(portfolio, second);
    const { customer, category, wanted, people } = second;
    const ways = RESOLUTIONS[wanted.status];
    if (first === undefined || (ways === undefined && wanted.status !== "IN_VERIFICATION")) continue;
    const resolution = ways?.[customer.index % ways.length] ?? null;
    const resolved = resolution && { reason: "以最新核实结果为准", resolvedBy: people.reviewer };
    const fields = fieldsApart(first, second);
    if (fields.length === 0) continue;
    demo.rows.add(conflict, {
      id: demoId("conflict", second.id),
      customerId: customer.id,
      category,
      firstId: first.id,
      secondId: second.id,
      fields,
      resolution,
      ...resolved,
      resolvedAt: resolution && instantFor(demo, customer, wanted.collectedAgo - 1.5),
      openedAt: instantFor(demo, customer, wanted.collectedAgo),
      version: resolution ? 2 : 1,
    });
    const [method] = methodsFor(category, wanted.origin);
    if (resolution === null && method !== undefined)
      addTask(demo, {
        records: [second],
        method,
        cause: "CONTRADICTION",
        status: "OPEN",
        createdAgo: wanted.collectedAgo,
      });
  }
};
