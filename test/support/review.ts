import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Viewer } from "../../src/auth/viewer.js";
import { SYSTEM } from "../../src/auth/viewer.js";
import type { Database, Orm } from "../../src/db/database.js";
import { finding, informationRecord, screeningFinding, verificationTask } from "../../src/db/tables/index.js";
import { NOW } from "./factory.js";

const AT = NOW.toISOString();

const write = <T>(database: Database, work: (orm: Orm) => Promise<T>): Promise<T> =>
  database.withViewer(SYSTEM, "WRITE", ({ orm }) => work(orm));

/** A record as it stands. */
export const storedRecord = async (database: Database, id: string) => {
  const [row] = await write(database, (orm) =>
    orm.select().from(informationRecord).where(eq(informationRecord.id, id)),
  );
  if (row === undefined) throw new Error("no such record");
  return row;
};

export const storedTask = async (database: Database, id: string) => {
  const [row] = await write(database, (orm) => orm.select().from(verificationTask).where(eq(verificationTask.id, id)));
  if (row === undefined) throw new Error("no such task");
  return row;
};

type Noticed = Partial<typeof screeningFinding.$inferInsert>;

/** Something screening noticed of a record. */
export const givenScreening = async (
  database: Database,
  record: { readonly id: string; readonly customerId: string },
  overrides: Noticed = {},
): Promise<void> => {
  const { id: recordId, customerId } = record;
  const row = {
    recordId,
    customerId,
    rule: "A.rule",
    severity: "WARNING",
    field: "aField",
    message: "m",
    clause: "SP8",
  } as const;
  await write(database, (orm) => orm.insert(screeningFinding).values({ ...row, foundAt: AT, ...overrides }));
};

interface Verified {
  readonly id: string;
  readonly customerId: string;
  readonly category: "FINANCIAL" | "REGISTRATION" | "CONTACT" | "OPERATION" | "TRANSACTION" | "CREDIT" | "FEEDBACK";
}

/** A finding of somebody about a record, on a task that has it. */
export const givenFinding = async (
  database: Database,
  { id: recordId, customerId, category }: Verified,
  task: { readonly id: string },
  performer: Viewer,
): Promise<void> => {
  const found = { field: "aField", result: "CONFIRMED", sourceParty: "A party", foundAt: AT } as const;
  const of = { id: randomUUID(), taskId: task.id, recordId, customerId, category, performedBy: performer.accountId };
  await write(database, (orm) => orm.insert(finding).values({ ...of, ...found }));
};
