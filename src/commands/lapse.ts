import type { Orm } from "../db/database.js";
import { moveTask } from "./move-task.js";
import type { StoredTask } from "./task-in-scope.js";

const isOver = ({ status, claimedUntil }: StoredTask, now: Date): boolean =>
  status === "CLAIMED" && claimedUntil !== null && new Date(claimedUntil) <= now;

/** The task as it is by now: a claim that has run out is nobody's, even before the chore has reopened it. */
export const lapsed = async (orm: Orm, task: StoredTask, now: Date): Promise<StoredTask> =>
  isOver(task, now) ? moveTask(orm, task, "LAPSE", { actorId: null, now }) : task;
