import { categoryAt, type Explanation, explain } from "../auth/explain.js";
import type { Policy } from "../auth/policy.js";
import type { Session } from "../db/database.js";
import { countBoundRecords } from "../db/queries/bound-records.js";
import type { CommandContext } from "./context.js";
import { customerInScope } from "./customer-in-scope.js";

export interface Explained extends Explanation {
  /** Null: no customer was asked about. */
  readonly boundRecords: number | null;
}

/**
 * Why the viewer is shown a coordinate as they are; of a customer, how much of it their work opens. It reads no content.
 *
 * @throws Refusal BAD_USER_INPUT for a coordinate that does not exist; NOT_FOUND for a customer who does not exist for me
 */
export const explainAccess = async (
  { database, viewer, now }: CommandContext,
  policy: Policy,
  coordinate: string,
  customerId: string | null,
): Promise<Explained> => {
  const explanation = explain(policy, viewer.role, coordinate);
  if (customerId === null) return { ...explanation, boundRecords: null };
  const category = categoryAt(coordinate);
  const countBound = async ({ orm }: Session) => {
    await customerInScope(orm, viewer, customerId);
    return category === null ? 0 : countBoundRecords(orm, { customerId, category, viewer: viewer.accountId, now });
  };
  const boundRecords = await database.withViewer(viewer, "READ", countBound, now);
  return { ...explanation, boundRecords };
};
