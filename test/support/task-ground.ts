import { asc, eq } from "drizzle-orm";
import { SYSTEM, type Viewer } from "../../src/auth/viewer.js";
import type { Orm } from "../../src/db/database.js";
import { customer, informationRecord, recordState, taskState, verificationTask } from "../../src/db/tables/index.js";
import { namesOf } from "../../src/domain/enumeration.js";
import { VerificationMethod } from "../../src/domain/task.js";
import { type Ground, openGround } from "./commands.js";
import { givenAccount, givenRecord, givenTask } from "./factory.js";

/** The ground with people who verify and review, and one verifier of another branch. */
export interface TaskGround extends Ground {
  readonly verifier: Viewer;
  readonly colleague: Viewer;
  readonly stranger: Viewer;
  readonly reviewer: Viewer;
  readonly admin: Viewer;
  /** A record to verify, and a task over it. */
  given(record?: object, task?: object): Promise<{ recordId: string; taskId: string }>;
  aVerifier(more?: object): Promise<Viewer>;
  task(id: string): Promise<typeof verificationTask.$inferSelect>;
  record(id: string): Promise<typeof informationRecord.$inferSelect>;
  /** Every state of a task so far: what it was, who held it, who moved it and why. */
  history(taskId: string): Promise<(typeof taskState.$inferSelect)[]>;
  recordHistory(recordId: string): Promise<(typeof recordState.$inferSelect)[]>;
}

const only = <T>([row]: readonly T[]): T => {
  if (row === undefined) throw new Error("there is no such row");
  return row;
};

export const openTaskGround = async (): Promise<TaskGround> => {
  const ground = await openGround();
  const { database, branchId } = ground;
  const aVerifier = (more: object = {}) =>
    givenAccount(database, { roles: ["VERIFIER"], branchId, qualifications: namesOf(VerificationMethod), ...more });
  const read = <T>(work: (orm: Orm) => Promise<T>) => database.withViewer(SYSTEM, "READ", ({ orm }) => work(orm));
  const away = await read((orm) => orm.select().from(customer).where(eq(customer.id, ground.elsewhereId)));
  return {
    ...ground,
    verifier: await aVerifier(),
    colleague: await aVerifier(),
    stranger: await aVerifier({ branchId: only(away).branchId }),
    reviewer: await givenAccount(database, { roles: ["REVIEWER"], branchId }),
    admin: await givenAccount(database, { roles: ["ADMIN"] }),
    aVerifier,
    given: async (overrides = {}, more = {}) => {
      const about = { customerId: ground.customerId, collectedBy: ground.collector.accountId, ...overrides };
      const record = await givenRecord(database, "OPERATION", about);
      const task = await givenTask(database, record, more);
      return { recordId: record.id, taskId: task.id };
    },
    task: (id) =>
      read(async (orm) => only(await orm.select().from(verificationTask).where(eq(verificationTask.id, id)))),
    record: (id) =>
      read(async (orm) => only(await orm.select().from(informationRecord).where(eq(informationRecord.id, id)))),
    history: (id) =>
      read((orm) => orm.select().from(taskState).where(eq(taskState.taskId, id)).orderBy(asc(taskState.version))),
    recordHistory: (id) =>
      read((orm) =>
        orm.select().from(recordState).where(eq(recordState.recordId, id)).orderBy(asc(recordState.version)),
      ),
  };
};
