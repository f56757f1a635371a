import { namesOf } from "./enumeration.js";
import { excludedBy, type FourEyes, Part } from "./four-eyes.js";
import { isLegal } from "./life.js";
import { TaskAction, type TaskStatus } from "./task.js";
import { MOST_CLAIMS, TASK_LIFE } from "./task-life.js";

/** What decides whether a person may take a task up, whatever branch they work for. */
export interface VerifierFacts {
  /** The account is not disabled and holds a role that may claim. */
  readonly active: boolean;
  /** Trained in the task's method (SP9). */
  readonly qualified: boolean;
  /** Claims they hold at the moment. */
  readonly claims: number;
  /** The parts they have taken in the task or in the life of its records. */
  readonly taken: readonly Part[];
}

export interface TaskFacts {
  /** A task whose claim has run out is open. */
  readonly status: TaskStatus;
  /** Whether the viewer holds a live claim on it. */
  readonly held: boolean;
  /** Of the viewer. */
  readonly verifier: VerifierFacts | null;
}

/** Why somebody may not verify a task. */
export type Unfit = "INACTIVE" | "UNQUALIFIED" | "FOUR_EYES" | "BUSY";

/** The first reason that keeps a person from taking a task up; null where none does. */
export const unfitFor = (mode: FourEyes, { active, qualified, claims, taken }: VerifierFacts): Unfit | null => {
  if (!active) return "INACTIVE";
  if (!qualified) return "UNQUALIFIED";
  if (taken.some((part) => excludedBy(mode, Part.VERIFIER).includes(part))) return "FOUR_EYES";
  return claims < MOST_CLAIMS ? null : "BUSY";
};

type Test = (facts: TaskFacts, mode: FourEyes) => boolean;

const isFree: Test = ({ verifier }, mode) => verifier !== null && unfitFor(mode, verifier) === null;
const isHolder: Test = ({ held }) => held;
/** Whoever collected a record is no judge of what is found about it (SP10). */
const isNoneOfMine: Test = ({ verifier }) => verifier?.taken.includes(Part.COLLECTOR) !== true;

/** The mutation that performs each action, and what it takes besides a role and a state in which it is legal. */
const ACTIONS = {
  CLAIM: { mutation: "claimTask", takes: isFree },
  RELEASE: { mutation: "releaseTask", takes: isHolder },
  SUBMIT: { mutation: "submitFindings", takes: isHolder },
  RETURN: { mutation: "returnTask", takes: isNoneOfMine },
  REASSIGN: { mutation: "reassignTask", takes: isNoneOfMine },
  CANCEL: { mutation: "cancelTask", takes: isNoneOfMine },
} as const satisfies Record<TaskAction, { mutation: string; takes: Test }>;

/** What may be done with a task now, by whoever may call these mutations. */
export const allowedTaskActions = (
  facts: TaskFacts,
  mode: FourEyes,
  mayCall: (mutation: string) => boolean,
): TaskAction[] =>
  namesOf(TaskAction).filter((action) => {
    const { mutation, takes } = ACTIONS[action];
    return mayCall(mutation) && isLegal(TASK_LIFE, action, facts.status) && takes(facts, mode);
  });
