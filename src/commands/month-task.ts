import { and, desc, eq } from "drizzle-orm";
import type { Orm } from "../db/database.js";
import { customer, taskRecord, verificationTask } from "../db/tables/index.js";
import { monthOf, todayIn } from "../domain/local-date.js";
import { isVerifiedMonthly } from "../domain/verification-policy.js";
import type { CommandContext } from "./context.js";
import type { NewTask } from "./open-task.js";

/** One after another, or two records of one moment would open two tasks. */
const lockCustomer = (orm: Orm, id: string) =>
  orm.select({ id: customer.id }).from(customer).where(eq(customer.id, id)).for("no key update");

const newestOpen = async (orm: Orm, { customerId, category, method, cause }: NewTask) => {
  const t = verificationTask;
  const [found] = await orm
    .select({ id: t.id, createdAt: t.createdAt })
    .from(t)
    .where(
      and(
        eq(t.customerId, customerId),
        eq(t.category, category),
        eq(t.method, method),
        eq(t.cause, cause),
        eq(t.status, "OPEN"),
      ),
    )
    .orderBy(desc(t.createdAt))
    .limit(1)
    .for("update");
  return found;
};

/**
 * Adds records to the open task of their customer and month, where their category has one over all that is new.
 * Answers its key; null: there is none to join, because nobody has opened it or somebody has claimed it.
 */
export const joinMonthTask = async (
  orm: Orm,
  { now, timeZone }: Pick<CommandContext, "now" | "timeZone">,
  task: NewTask,
): Promise<string | null> => {
  const { customerId, category, recordIds } = task;
  if (!isVerifiedMonthly(category)) return null;
  await lockCustomer(orm, customerId);
  const found = await newestOpen(orm, task);
  const month = (instant: Date) => monthOf(todayIn(timeZone, instant));
  if (found === undefined || month(new Date(found.createdAt)) !== month(now)) return null;
  await orm
    .insert(taskRecord)
    .values(recordIds.map((recordId) => ({ taskId: found.id, recordId, customerId, category })));
  return found.id;
};
