import { eq, sql } from "drizzle-orm";
import { validate } from "uuid";
import type { Orm } from "../db/database.js";
import { isOfBranch, isOfferedToAll, verifierFacts } from "../db/queries/task-facts.js";
import { Row } from "../db/selection/row.js";
import { account, verificationTask } from "../db/tables/index.js";
import { excludedBy, Part } from "../domain/four-eyes.js";
import { Refusal } from "../domain/refusal.js";
import { type Unfit, unfitFor, type VerifierFacts } from "../domain/task-actions.js";
import { CLAIM_HOURS, MOST_CLAIMS } from "../domain/task-life.js";
import type { CommandContext } from "./context.js";
import type { StoredTask } from "./task-in-scope.js";

/** The table under its own name, as the queries of commands have it. */
export const TASK = new Row("verification_task");

export const instantOf = ({ now }: Pick<CommandContext, "now">) => sql`${now.toISOString()}::timestamptz`;
export const keyOf = (id: string) => sql`${id}::uuid`;

export interface Person {
  readonly id: string;
  readonly branchId: string | null;
}

/**
 * Locks an account before any task: whoever claims twice at once claims one after the other, and whoever is disabled
 * claims no more. Null where there is none.
 */
export const lockPerson = async (orm: Orm, id: string): Promise<Person | null> => {
  if (!validate(id)) return null;
  const { id: key, branchId } = account;
  const [found] = await orm.select({ id: key, branchId }).from(account).where(eq(key, id)).for("no key update");
  return found ?? null;
};

export const claimedUntil = ({ now }: Pick<CommandContext, "now">): string =>
  new Date(now.getTime() + CLAIM_HOURS * 3_600_000).toISOString();

/** Whether the task is of the person's branch, or offered to all. */
export const isWithinReach = async (
  orm: Orm,
  context: CommandContext,
  { id }: StoredTask,
  { branchId }: Person,
): Promise<boolean> => {
  const offered = isOfferedToAll(context.fourEyes, TASK, instantOf(context));
  const reach = branchId === null ? offered : sql`(${isOfBranch(TASK, keyOf(branchId))} or ${offered})`;
  const found = await orm
    .select({ id: verificationTask.id })
    .from(verificationTask)
    .where(sql`${eq(verificationTask.id, id)} and ${reach}`);
  return found.length === 1;
};

const factsOf = async (orm: Orm, context: CommandContext, taskId: string, person: string): Promise<VerifierFacts> => {
  const facts = sql<VerifierFacts>`${verifierFacts(TASK, keyOf(person), instantOf(context))}`;
  const [found] = await orm.select({ facts }).from(verificationTask).where(eq(verificationTask.id, taskId));
  if (found === undefined) throw new Error("the task is gone");
  return found.facts;
};

type Why = (task: StoredTask, facts: VerifierFacts, context: CommandContext) => string;

const WHY = {
  INACTIVE: () => "the account is disabled, or has no role that verifies",
  UNQUALIFIED: ({ method }) => `it takes a qualification for ${method}`,
  FOUR_EYES: (_task, { taken }, { fourEyes }) => {
    const parts = taken.filter((part) => excludedBy(fourEyes, Part.VERIFIER).includes(part));
    return `four eyes: who is ${parts.join(", ")} already leaves it to another person`;
  },
  BUSY: () => `${MOST_CLAIMS} live claims a person at most: submit or release one first`,
} as const satisfies Record<Unfit, Why>;

/**
 * That a person may take a task up: active, qualified, with other eyes than those that were on it, and not too busy.
 *
 * @throws Refusal FORBIDDEN; LIMIT_EXCEEDED
 */
export const requireFit = async (
  orm: Orm,
  context: CommandContext,
  task: StoredTask,
  person: string,
  field = "id",
): Promise<void> => {
  const facts = await factsOf(orm, context, task.id, person);
  const unfit = unfitFor(context.fourEyes, facts);
  if (unfit === null) return;
  const code = unfit === "BUSY" ? "LIMIT_EXCEEDED" : "FORBIDDEN";
  const why = WHY[unfit](task, facts, context);
  throw new Refusal(code, `This task cannot be taken up: ${why}.`, { field, why: unfit });
};
