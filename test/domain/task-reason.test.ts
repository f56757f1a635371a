import { describe, expect, test } from "vitest";
import { namesOf } from "../../src/domain/enumeration.js";
import { TaskReason } from "../../src/domain/task.js";
import { type ReasonedMove, readTaskReason, taskReasonsFor } from "../../src/domain/task-reason.js";

const MOVES = ["RETURN", "REASSIGN", "CANCEL"] as const satisfies ReasonedMove[];

describe.each(MOVES)("why somebody does %s", (move) => {
  test.each(namesOf(TaskReason))("%s is a reason for it, or is refused naming those that are", (code) => {
    if (taskReasonsFor(move).includes(code)) expect(readTaskReason(move, code)).toBe(code);
    else expect(() => readTaskReason(move, code)).toThrow(`one of ${taskReasonsFor(move).join(", ")} does`);
  });

  test("may be said in words alone", () => expect(readTaskReason(move, null)).toBe("OTHER"));
});

test("every reason is one for something", () => {
  const used = new Set(MOVES.flatMap((move) => taskReasonsFor(move)));
  expect([...used].sort()).toEqual([...namesOf(TaskReason)].sort());
});
