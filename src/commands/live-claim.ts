import { and, eq, gt, type SQL } from "drizzle-orm";
import { verificationTask } from "../db/tables/index.js";
import type { CommandContext } from "./context.js";

/** A claim of the viewer on a task, as long as it lives: its 72 h are not over. */
export const isMyLiveClaim = ({ viewer, now }: CommandContext): SQL | undefined =>
  and(
    eq(verificationTask.assigneeId, viewer.accountId),
    eq(verificationTask.status, "CLAIMED"),
    gt(verificationTask.claimedUntil, now.toISOString()),
  );
