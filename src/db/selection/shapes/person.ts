import { sql } from "drizzle-orm";
import { account } from "../../tables/account.js";
import { leaf, nodeId } from "../leaves.js";
import { REQUEST } from "../row.js";
import type { Shape } from "../shape.js";

/** An account, as colleagues see it. */
export const PERSON: Shape = {
  table: account,
  inBranch: (row) => sql`${row.of(account.branchId)} = ${REQUEST.branch}`,
  fields: { id: nodeId("Person", account.id), displayName: leaf(account.displayName) },
};
