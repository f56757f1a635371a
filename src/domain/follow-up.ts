import type { CategoryCode } from "./category-code.js";
import type { Corroborated } from "./corroboration.js";
import { COUNTING_TASK_STATUSES, LIVE_TASK_STATUSES, type TaskStatus, type VerificationMethod } from "./task.js";
import { nextMethod } from "./verification-policy.js";

/** How many tasks may bring a record nothing before a reviewer decides. */
const MOST_ROUNDS = 3;

/** What is known of a record once a task of it was submitted. */
export interface Verified extends Corroborated {
  readonly category: CategoryCode;
  /** Whether it has what its category demands. */
  readonly enough: boolean;
  /** Whether the task that was submitted reached nobody about any of its fields. */
  readonly unreached: boolean;
  /** All tasks there ever were about it. */
  readonly tasks: readonly { readonly status: TaskStatus; readonly method: VerificationMethod }[];
}

const among = (statuses: readonly TaskStatus[], { tasks }: Verified) =>
  tasks.filter(({ status }) => statuses.includes(status));

/**
 * The method of the task that follows a submitted one; null: none does. It does when nobody was reached, or when the
 * record is short of confirmations and nothing else is under way; never when it is refuted, which a reviewer decides on.
 */
export const followingMethod = (record: Verified): VerificationMethod | null => {
  const { category, corroboration, confirmations, enough, unreached, tasks } = record;
  const isShort = !enough && among(LIVE_TASK_STATUSES, record).length === 0;
  const fruitless = among(COUNTING_TASK_STATUSES, record).length - confirmations;
  if (corroboration === "REFUTED" || !(unreached || isShort) || fruitless >= MOST_ROUNDS) return null;
  const tried = tasks.filter(({ status }) => status !== "CANCELLED").map(({ method }) => method);
  return nextMethod(category, tried);
};
