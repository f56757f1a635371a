import { describe } from "vitest";
import { namesOf } from "../../src/domain/enumeration.js";
import { TaskStatus } from "../../src/domain/task.js";
import { TASK_LIFE } from "../../src/domain/task-life.js";
import { testLife } from "../support/life.js";

describe("the life of a verification task, claims included", () => {
  testLife(
    "task",
    TASK_LIFE,
    namesOf(TaskStatus),
    `
      CLAIM:    OPEN, RETURNED → CLAIMED
      RELEASE:  CLAIMED → OPEN
      LAPSE:    CLAIMED → OPEN
      SUBMIT:   CLAIMED → SUBMITTED
      RETURN:   SUBMITTED → RETURNED
      REASSIGN: OPEN, CLAIMED, RETURNED → CLAIMED
      REOPEN:   CLAIMED, RETURNED → OPEN
      CLOSE:    SUBMITTED → CLOSED
      CANCEL:   OPEN, CLAIMED, RETURNED → CANCELLED
    `,
  );
});
