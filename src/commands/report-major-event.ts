import { and, desc, eq, gt, isNull, lte, or } from "drizzle-orm";
import type { Orm } from "../db/database.js";
import { newId } from "../db/tables/columns.js";
import { majorEvent, informationRecord as r, taskRecord, verificationTask } from "../db/tables/index.js";
import type { CategoryCode } from "../domain/category-code.js";
import { date, readField, text } from "../domain/field-form.js";
import type { LocalDate } from "../domain/local-date.js";
import { CATEGORY_OF_EVENT } from "../domain/major-event.js";
import { Refusal } from "../domain/refusal.js";
import type { MajorEventKind } from "../domain/task.js";
import { bestMethod, type VerifiedCategory } from "../domain/verification-policy.js";
import { change } from "./change.js";
import { type CommandContext, todayOf } from "./context.js";
import { customerInScope } from "./customer-in-scope.js";
import { openTask } from "./open-task.js";

export interface ReportMajorEventInput {
  readonly customerId: string;
  readonly kind: MajorEventKind;
  readonly description: string;
  readonly occurredOn: string;
}

const DESCRIPTION = text(2000);

const required = <T>(field: string, value: T | null): T => {
  if (value === null) throw new Refusal("BAD_USER_INPUT", `An event needs its ${field}.`, { field });
  return value;
};

const read = ({ kind, ...input }: ReportMajorEventInput, today: LocalDate) => {
  const description = required("description", readField("description", DESCRIPTION, input.description));
  const occurredOn = required("occurredOn", readField("occurredOn", date, input.occurredOn));
  if (occurredOn > today)
    throw new Refusal("BAD_USER_INPUT", "occurredOn is in the future: the day it happened, today at the latest.", {
      field: "occurredOn",
    });
  return { kind, description, occurredOn, category: CATEGORY_OF_EVENT[kind] };
};

/**
 * Null where nothing is in force, or what is may not be processed. It stays as it is until we are done, and whoever reports
 * about it at the same moment waits.
 */
const recordInForce = async (orm: Orm, customerId: string, category: CategoryCode, today: LocalDate) => {
  const validToday = and(eq(r.standing, 0), lte(r.validFrom, today), or(isNull(r.validTo), gt(r.validTo, today)));
  const ofCategory = and(eq(r.customerId, customerId), eq(r.category, category));
  const [found] = await orm
    .select({ id: r.id, status: r.status })
    .from(r)
    .where(and(ofCategory, or(validToday, eq(r.standing, 1))))
    // Archived before live, then the newest.
    .orderBy(r.standing, desc(r.recordedAt), desc(r.id))
    .limit(1)
    .for("no key update");
  return found === undefined || found.status === "RESTRICTED" ? null : found.id;
};

/**
 * The task that an event of this kind has opened over the record, as long as nobody has taken it up: the same person's, as
 * whoever reports something does not verify it. One that somebody else is at is passed over: nobody waits for a task who
 * holds its record.
 */
const openTaskFor = async (
  orm: Orm,
  { viewer }: CommandContext,
  recordId: string,
  kind: MajorEventKind,
): Promise<string | null> => {
  const t = verificationTask;
  const [found] = await orm
    .select({ id: t.id })
    .from(t)
    .innerJoin(taskRecord, and(eq(taskRecord.taskId, t.id), eq(taskRecord.recordId, recordId)))
    .innerJoin(majorEvent, and(eq(majorEvent.taskId, t.id), eq(majorEvent.kind, kind)))
    .where(and(eq(t.cause, "MAJOR_EVENT"), eq(t.status, "OPEN"), eq(t.requestedBy, viewer.accountId)))
    .limit(1)
    .for("update", { of: t, skipLocked: true });
  return found?.id ?? null;
};

const urgentTask = async (
  orm: Orm,
  context: CommandContext,
  customerId: string,
  { category, kind, today }: { category: VerifiedCategory; kind: MajorEventKind; today: LocalDate },
): Promise<string | null> => {
  const { now, viewer } = context;
  const recordId = await recordInForce(orm, customerId, category, today);
  if (recordId === null) return null;
  const joined = await openTaskFor(orm, context, recordId, kind);
  if (joined !== null) return joined;
  const about = { customerId, category, method: bestMethod(category), recordIds: [recordId] };
  // Whoever reports something does not verify it.
  const asked = { cause: "MAJOR_EVENT", requestedBy: viewer.accountId } as const;
  return openTask(orm, { now, actorId: viewer.accountId }, { ...about, ...asked });
};

/**
 * A change that is verified and filed at once 重大事项 (SP3): kept, and what it changes is verified within 24 hours. It
 * stays open until what was collected after it is archived. What one person reports once more is verified once.
 *
 * @throws Refusal NOT_FOUND; BAD_USER_INPUT naming the field
 */
export const reportMajorEvent = async (
  context: CommandContext,
  input: ReportMajorEventInput,
): Promise<{ eventId: string }> => {
  const today = todayOf(context);
  const event = read(input, today);
  const { viewer, now } = context;
  return change(context, async (orm) => {
    const { id: customerId } = await customerInScope(orm, viewer, input.customerId);
    const taskId = await urgentTask(orm, context, customerId, { ...event, today });
    const eventId = newId();
    const reported = { reportedBy: viewer.accountId, reportedAt: now.toISOString() };
    await orm.insert(majorEvent).values({ ...event, ...reported, id: eventId, customerId, taskId });
    return { eventId };
  });
};
