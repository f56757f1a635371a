import { and, eq, inArray, sql } from "drizzle-orm";
import type { Orm } from "../db/database.js";
import { account, branch, customer, customerTransfer, verificationTask } from "../db/tables/index.js";
import { isLegal } from "../domain/life.js";
import { Refusal } from "../domain/refusal.js";
import { TASK_LIFE } from "../domain/task-life.js";
import { change } from "./change.js";
import type { CommandContext } from "./context.js";
import { customerInScope } from "./customer-in-scope.js";
import { moveTask } from "./move-task.js";
import { readReason } from "./reason.js";
import { SEARCHABLE, saveSearchEntry } from "./save-search-entry.js";
import { stale } from "./stale.js";
import type { StoredTask } from "./task-in-scope.js";
import { refusingDuplicates, type UniqueConstraints } from "./unique-violation.js";

export interface TransferCustomerInput {
  readonly id: string;
  readonly version: number;
  readonly branchCode: string;
  readonly reason: string;
}

const TAKEN: UniqueConstraints = {
  customer_uscc_per_branch: {
    field: "branchCode",
    message: "That branch has a customer of this uscc already: they are one, and are not kept twice.",
  },
};

const refuse = (message: string): never => {
  throw new Refusal("BAD_USER_INPUT", `branchCode: ${message}`, { field: "branchCode" });
};

interface Way {
  readonly fromBranchId: string;
  readonly toBranchId: string;
}

/**
 * Where the customer is, locked, and where it goes: to another branch. Whoever claims one of its tasks waits, and whoever
 * collects of it: they are through before it goes, or find it gone.
 */
const findWay = async (orm: Orm, { id, branchCode }: TransferCustomerInput): Promise<Way> => {
  const [found] = await orm.select({ id: branch.id }).from(branch).where(eq(branch.code, branchCode.trim()));
  if (found === undefined) return refuse("there is no such branch.");
  const [here] = await orm
    .select({ branchId: customer.branchId })
    .from(customer)
    .where(eq(customer.id, id))
    .for("update");
  if (here === undefined || here.branchId === found.id) return refuse("this branch looks after the customer already.");
  return { fromBranchId: here.branchId, toBranchId: found.id };
};

const UNDER_WAY = ["OPEN", "CLAIMED", "RETURNED"] as const;

/** All that are under way, locked: nobody claims one while the customer moves. */
const lockTasks = (orm: Orm, customerId: string): Promise<StoredTask[]> =>
  orm
    .select()
    .from(verificationTask)
    .where(and(eq(verificationTask.customerId, customerId), inArray(verificationTask.status, [...UNDER_WAY])))
    .orderBy(verificationTask.id)
    .for("update");

const ofBranch = async (orm: Orm, branchId: string, accountIds: readonly string[]): Promise<ReadonlySet<string>> => {
  const found = await orm
    .select({ id: account.id })
    .from(account)
    .where(and(eq(account.branchId, branchId), inArray(account.id, [...accountIds])));
  return new Set(found.map(({ id }) => id));
};

/** Whoever works for another branch has no business with the customer any more. */
const endClaims = async (
  orm: Orm,
  { viewer, now }: CommandContext,
  tasks: readonly StoredTask[],
  { branchId, reason }: { readonly branchId: string; readonly reason: string },
): Promise<void> => {
  const held = tasks.filter(({ status }) => isLegal(TASK_LIFE, "REOPEN", status));
  const colleagues = await ofBranch(
    orm,
    branchId,
    held.flatMap(({ assigneeId }) => assigneeId ?? []),
  );
  for (const task of held)
    if (task.assigneeId === null || !colleagues.has(task.assigneeId))
      await moveTask(orm, task, "REOPEN", { actorId: viewer.accountId, now, reason });
};

const save = async (
  orm: Orm,
  { id, version }: TransferCustomerInput,
  branchId: string,
  now: Date,
): Promise<boolean> => {
  const [saved] = await refusingDuplicates(TAKEN, () =>
    orm
      .update(customer)
      .set({ branchId, updatedAt: now.toISOString(), version: sql`${customer.version} + 1` })
      .where(and(eq(customer.id, id), eq(customer.version, version)))
      .returning(SEARCHABLE),
  );
  if (saved !== undefined) await saveSearchEntry(orm, saved);
  return saved !== undefined;
};

/**
 * Another branch looks after a customer from now on. What the branch before has claimed of it is open again.
 *
 * @throws Refusal NOT_FOUND; BAD_USER_INPUT; CONFLICT when the version is stale, or naming `branchCode`
 */
export const transferCustomer = async (
  context: CommandContext,
  input: TransferCustomerInput,
): Promise<{ customerId: string }> => {
  const reason = readReason("reason", input.reason);
  return change(context, async (orm) => {
    await customerInScope(orm, context.viewer, input.id, { field: "id" });
    const way = await findWay(orm, input);
    const tasks = await lockTasks(orm, input.id);
    if (!(await save(orm, input, way.toBranchId, context.now))) throw stale("customer");
    await endClaims(orm, context, tasks, { branchId: way.toBranchId, reason });
    const kept = { transferredBy: context.viewer.accountId, transferredAt: context.now.toISOString() };
    await orm.insert(customerTransfer).values({ customerId: input.id, ...way, reason, ...kept });
    return { customerId: input.id };
  });
};
