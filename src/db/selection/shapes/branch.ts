import { sql } from "drizzle-orm";
import { branch } from "../../tables/branch.js";
import { leaf, nodeId } from "../leaves.js";
import { REQUEST } from "../row.js";
import type { Shape } from "../shape.js";

export const BRANCH: Shape = {
  table: branch,
  inBranch: (row) => sql`${row.of(branch.id)} = ${REQUEST.branch}`,
  fields: { id: nodeId("Branch", branch.id), code: leaf(branch.code), name: leaf(branch.name) },
};
