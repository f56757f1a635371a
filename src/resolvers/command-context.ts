import { createHash } from "node:crypto";
import type { GraphQLResolveInfo } from "graphql";
import { isViewer } from "../auth/viewer.js";
import type { CommandContext, Once } from "../commands/context.js";
import type { RequestContext } from "../context.js";
import type { Database } from "../db/database.js";
import { Refusal } from "../domain/refusal.js";

/** A key stands for one field of the operation: an operation may change several things. */
const onceOf = (
  database: Database,
  key: string | null,
  { fieldName, path }: GraphQLResolveInfo,
  input: unknown,
): Once | null => {
  if (key === null) return null;
  const request = createHash("sha256")
    .update(JSON.stringify([fieldName, input]))
    .digest("hex");
  return { key: `${key} ${path.key}`, request: database.vault.lookup("idempotency.request", request) };
};

/**
 * On whose behalf a command acts, and for what: the field that calls it and its input tell one change from another.
 *
 * @throws Refusal UNAUTHENTICATED
 */
export const commandContext = (context: RequestContext, info: GraphQLResolveInfo, input: unknown): CommandContext => {
  const { principal, database, now, timeZone, fourEyes, purpose, wrote, idempotencyKey } = context;
  if (!isViewer(principal)) throw new Refusal("UNAUTHENTICATED", "Sign in first.");
  return {
    viewer: principal,
    database,
    now,
    timeZone,
    fourEyes,
    purpose,
    wrote,
    once: onceOf(database, idempotencyKey, info, input),
  };
};
