import { namesOf } from "./enumeration.js";
import { TaskAction } from "./task.js";

/** The mutation that performs each action. */
const MUTATION_OF = {
  CLAIM: "claimTask",
  RELEASE: "releaseTask",
  SUBMIT: "submitFindings",
  RETURN: "returnTask",
  REASSIGN: "reassignTask",
  CANCEL: "cancelTask",
} as const satisfies Record<TaskAction, string>;

/** What may be done with a task, by whoever may call these mutations. */
export const allowedTaskActions = (mayCall: (mutation: string) => boolean): TaskAction[] =>
  namesOf(TaskAction).filter((action) => mayCall(MUTATION_OF[action]));
