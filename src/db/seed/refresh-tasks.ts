import { INFORMATION_CATEGORIES } from "../../domain/category.js";
import type { Demo } from "./demo.js";
import type { Portfolio } from "./portfolio.js";
import { addTask } from "./tasks.js";

/** The periodic look at what has not been refreshed in time (SP3). */
export const addRefreshTask = (demo: Demo, { operation }: Portfolio): void => {
  const { refreshDays } = INFORMATION_CATEGORIES.OPERATION;
  const overdue = operation.wanted.collectedAgo - refreshDays;
  if (overdue <= 0) return;
  const createdAgo = Math.min(overdue, 5);
  addTask(demo, { records: [operation], method: "SITE_VISIT", cause: "REFRESH", status: "OPEN", createdAgo });
};
