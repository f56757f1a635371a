import { eq, inArray } from "drizzle-orm";
import { SYSTEM } from "../../src/auth/viewer.js";
import type { Orm } from "../../src/db/database.js";
import { account, verificationTask } from "../../src/db/tables/index.js";
import { namesOf } from "../../src/domain/enumeration.js";
import { VerificationMethod } from "../../src/domain/task.js";
import type { Archive } from "./archive.js";
import { givenBranch, givenCustomer, givenRecord, givenTask } from "./factory.js";
import { SEEDED_AT } from "./seed.js";

const AT = SEEDED_AT.toISOString();

const write = <T>({ database }: Archive, work: (orm: Orm) => Promise<T>): Promise<T> =>
  database.withViewer(SYSTEM, "WRITE", ({ orm }) => work(orm));

/** An account that signs in with the password of the demo data; its id. */
export const givenApiAccount = (
  archive: Archive,
  username: string,
  more: Partial<typeof account.$inferInsert>,
): Promise<string> =>
  write(archive, async (orm) => {
    const [like] = await orm.select().from(account).where(eq(account.username, "verifier"));
    if (like === undefined) throw new Error("no demo data");
    const { passwordHash } = like;
    const facts = { username, displayName: username, passwordHash, roles: ["VERIFIER" as const] };
    const row = { ...facts, qualifications: namesOf(VerificationMethod), ...more };
    const [made] = await orm.insert(account).values(row).returning({ id: account.id });
    return made?.id ?? "";
  });

/** Takes what waits in the demo data out of the way. */
export const emptyQueue = (archive: Archive): Promise<unknown> =>
  write(archive, (orm) =>
    orm
      .update(verificationTask)
      .set({ status: "CANCELLED" })
      .where(inArray(verificationTask.status, ["OPEN"])),
  );

/** A branch with a customer: its tasks are made one by one. */
export const givenApiBranch = async ({ database }: Archive) => {
  const branch = await givenBranch(database);
  const customer = await givenCustomer(database, { branchId: branch.id, name: "沙洲电机有限公司" });
  const collectedBy = (
    await database.withViewer(SYSTEM, "READ", ({ orm }) =>
      orm.select({ id: account.id }).from(account).where(eq(account.username, "collector")),
    )
  )[0]?.id as string;
  const task = async (overrides: Partial<typeof verificationTask.$inferInsert> = {}, record: object = {}) => {
    const about = {
      customerId: customer.id,
      collectedBy,
      collectedAt: AT,
      recordedAt: AT,
      operatingState: "RUNNING-7731",
    };
    const made = await givenRecord(database, "OPERATION", { ...about, series: "s", comparedAt: AT, ...record });
    const opened = await givenTask(database, made, { dueAt: AT, createdAt: AT, ...overrides });
    return { recordId: made.id, taskId: opened.id };
  };
  return { branchId: branch.id, customer, task };
};

/** An opaque id of the API. */
export const nodeIdOf = (code: string, uuid: string): string => Buffer.from(`${code}:${uuid}`).toString("base64url");
