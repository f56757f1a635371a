import { eq } from "drizzle-orm";
import type { Scope } from "../auth/scope.js";
import type { Principal } from "../auth/viewer.js";
import type { Database } from "../db/database.js";
import { branch } from "../db/tables/index.js";
import { Refusal } from "../domain/refusal.js";

const field = "filter.branch";
const MOST_NAMED = 20;

/**
 * That a report is asked about branches there are for the viewer: whoever works for one is answered alike of another that is
 * there and of one that is not.
 *
 * @throws Refusal BAD_USER_INPUT
 */
export const requireBranches = async (
  database: Database,
  principal: Principal,
  scope: Scope,
  codes: readonly string[] | undefined,
): Promise<void> => {
  if (codes === undefined || scope.rows === "NONE") return;
  const existing = scope.rows === "BRANCH" ? eq(branch.id, scope.branchId) : undefined;
  const found = await database.withViewer(principal, "REPORT", ({ orm }) =>
    orm.select({ code: branch.code }).from(branch).where(existing).orderBy(branch.code),
  );
  const known = found.map(({ code }) => code);
  const wrong = codes.findIndex((code) => !known.includes(code));
  if (wrong < 0) return;
  const named = known.length > MOST_NAMED ? "" : `: ${known.join(", ")}`;
  const whose = scope.rows === "BRANCH" ? "you report of your own branch" : "it is the code of a branch";
  throw new Refusal("BAD_USER_INPUT", `${field}, value ${wrong + 1}: ${whose}${named}.`, { field });
};
