import { sql } from "drizzle-orm";
import { verificationTask as t } from "../../tables/verification-task.js";
import type { Shape } from "../shape.js";
import { VERIFICATION_TASK } from "./verification-task.js";

/** What a mutation of a task answers: built over the task's own row. */
export const TASK_PAYLOAD: Shape = {
  ...VERIFICATION_TASK,
  fields: {
    task: {
      kind: "one",
      shape: "VerificationTask",
      where: (row, parent) => sql`${row.of(t.id)} = ${parent.of(t.id)}`,
    },
  },
};
