import type { Life } from "./life.js";
import type { TaskStatus } from "./task.js";

/** What happens to a verification task. A claim is its state CLAIMED: released, lapsed or reassigned. */
export type TaskMove = "CLAIM" | "RELEASE" | "LAPSE" | "SUBMIT" | "RETURN" | "REASSIGN" | "REOPEN" | "CLOSE" | "CANCEL";

export const TASK_LIFE = {
  /** What was sent back is taken up again by whoever held it, or by another. */
  CLAIM: { from: ["OPEN", "RETURNED"], to: "CLAIMED" },
  RELEASE: { from: ["CLAIMED"], to: "OPEN" },
  /** The 72 h of a claim ran out. */
  LAPSE: { from: ["CLAIMED"], to: "OPEN", follows: true },
  SUBMIT: { from: ["CLAIMED"], to: "SUBMITTED" },
  RETURN: { from: ["SUBMITTED"], to: "RETURNED" },
  REASSIGN: { from: ["OPEN", "CLAIMED", "RETURNED"], to: "CLAIMED" },
  /** Who held it can no longer work on it: the account was disabled, the customer moved to another branch. */
  REOPEN: { from: ["CLAIMED", "RETURNED"], to: "OPEN", follows: true },
  /** Its records are decided on. */
  CLOSE: { from: ["SUBMITTED"], to: "CLOSED", follows: true },
  CANCEL: { from: ["OPEN", "CLAIMED", "RETURNED"], to: "CANCELLED" },
} as const satisfies Life<TaskMove, TaskStatus>;

/** How long a claim lives, in hours on the clock. */
export const CLAIM_HOURS = 72;

/** How many claims one person holds at a time. */
export const MOST_CLAIMS = 10;
