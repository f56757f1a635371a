import { Refusal } from "./refusal.js";
import type { TaskReason } from "./task.js";

/** The reason codes that go with each move somebody has to give one for. */
const FITS = {
  RETURN: ["INCOMPLETE", "UNCLEAR", "WRONG_PARTY", "NOT_INDEPENDENT", "OTHER"],
  REASSIGN: ["WORKLOAD", "ABSENCE", "CONFLICT_OF_INTEREST", "OTHER"],
  CANCEL: ["DUPLICATE", "NO_LONGER_NEEDED", "OTHER"],
} as const satisfies Record<string, readonly TaskReason[]>;

export type ReasonedMove = keyof typeof FITS;

export const taskReasonsFor = (move: ReasonedMove): readonly TaskReason[] => FITS[move];

/**
 * The code of a move; OTHER unless said.
 *
 * @throws Refusal BAD_USER_INPUT naming those that fit
 */
export const readTaskReason = (move: ReasonedMove, given: TaskReason | null | undefined): TaskReason => {
  const code = given ?? "OTHER";
  if (taskReasonsFor(move).includes(code)) return code;
  const message = `code does not go with this; one of ${taskReasonsFor(move).join(", ")} does.`;
  throw new Refusal("BAD_USER_INPUT", message, { field: "code" });
};
