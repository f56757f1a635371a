import type { CategoryCode } from "../../domain/category-code.js";
import type { VerificationMethod } from "../../domain/task.js";
import { methodsFor } from "../../domain/verification-policy.js";
import type { BranchCode } from "./branches.js";
import type { Demo } from "./demo.js";
import type { Made } from "./made.js";
import { peopleFor } from "./people.js";
import { addTask, type TaskWanted } from "./tasks.js";

/** What a reviewer asks for where no confirmation is due by itself. */
const REQUESTED: Partial<Record<CategoryCode, VerificationMethod>> = {
  FEEDBACK: "PHONE_CALL",
};

type Shape = Pick<TaskWanted, "status" | "result" | "claimRanOut">;

/** How far a task has come, in turn. */
const SHAPES: readonly Shape[] = [
  { status: "OPEN" },
  { status: "SUBMITTED", result: "CONFIRMED" },
  { status: "RETURNED", result: "INCONCLUSIVE" },
  { status: "CLAIMED", claimRanOut: true },
  { status: "SUBMITTED", result: "CONTRADICTED" },
];

const CLAIMED: Shape = { status: "CLAIMED" };
const OPEN: Shape = { status: "OPEN" };

/** Where each verifier sits: the first record of every category there is on their desk. */
const DESKS: readonly BranchCode[] = ["SH", "BJ"];

const methodOf = ({ category, wanted }: Made): VerificationMethod => {
  const [method = REQUESTED[category]] = methodsFor(category, wanted.origin);
  if (method === undefined) throw new Error(`No method suits ${category}`);
  return method;
};

/** The first attempt reached nobody: another method takes its place, and after it the reviewer cancelled one more. */
const addFailedAttempts = (demo: Demo, record: Made): void => {
  const [verifier] = peopleFor(record.customer, record.category).verifiers;
  const shared = { records: [record] as const, cause: "ROUTINE", createdAgo: record.wanted.collectedAgo } as const;
  addTask(demo, {
    ...shared,
    name: "not reached",
    method: "PHONE_CALL",
    status: "CLOSED",
    assignee: verifier,
    result: "NOT_REACHED",
  });
  addTask(demo, { ...shared, name: "cancelled", method: "SITE_VISIT", status: "CANCELLED" });
};

const addTasksOf = (demo: Demo, record: Made, shape: Shape): void => {
  const { category, customer, wanted } = record;
  const people = peopleFor(customer, category);
  const requested = REQUESTED[category] !== undefined;
  const shared = {
    records: [record] as const,
    cause: requested ? "REQUEST" : "ROUTINE",
    requestedBy: requested ? people.reviewer : undefined,
    createdAgo: wanted.collectedAgo,
  } as const;
  const assignee = shape.status === "OPEN" ? undefined : people.verifiers[0];
  addTask(demo, { ...shared, ...shape, method: methodOf(record), assignee });
  for (const method of methodsFor(category, wanted.origin).slice(1)) addTask(demo, { ...shared, ...OPEN, method });
};

/** The tasks of everything that is being verified. */
export const addPendingTasks = (demo: Demo, drafts: readonly Made[]): void => {
  const taken = new Set<string>();
  let turn = 0;
  for (const record of drafts.filter(({ wanted }) => wanted.status === "IN_VERIFICATION")) {
    const desk = `${record.customer.branch} ${record.category}`;
    const claimed = DESKS.includes(record.customer.branch) && !taken.has(desk);
    taken.add(desk);
    addTasksOf(demo, record, claimed ? CLAIMED : (SHAPES[turn++ % SHAPES.length] ?? OPEN));
    if (!claimed && turn % SHAPES.length === 1) addFailedAttempts(demo, record);
  }
};
