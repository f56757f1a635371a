import { randomUUID } from "node:crypto";
import type { Viewer } from "../../src/auth/viewer.js";
import { SYSTEM } from "../../src/auth/viewer.js";
import type { CommandContext } from "../../src/commands/context.js";
import { saveSearchEntry } from "../../src/commands/save-search-entry.js";
import type { Database, Orm } from "../../src/db/database.js";
import {
  account,
  branch,
  consent,
  customer,
  informationRecord,
  sharingAgreement,
  taskRecord,
  verificationTask,
} from "../../src/db/tables/index.js";
import type { CategoryCode } from "../../src/domain/category-code.js";

/** The instant tests happen at, and the day it is in Asia/Shanghai. */
export const NOW = new Date("2026-03-10T02:00:00Z");
export const TODAY = "2026-03-10";
const AT = NOW.toISOString();

type Row<T extends { $inferInsert: object }> = T["$inferInsert"] & { readonly id: string };

const write = <T>(database: Database, work: (orm: Orm) => Promise<T>): Promise<T> =>
  database.withViewer(SYSTEM, "WRITE", ({ orm }) => work(orm));

const unique = () => randomUUID().slice(0, 8).toUpperCase();

export const givenBranch = async (database: Database, overrides: Partial<typeof branch.$inferInsert> = {}) => {
  const row: Row<typeof branch> = { id: randomUUID(), code: unique(), name: "A branch", ...overrides };
  await write(database, (orm) => orm.insert(branch).values(row));
  return row;
};

/** An account, as the viewer it would be when it acts in its first role. */
export const givenAccount = async (
  database: Database,
  { roles, ...overrides }: Partial<typeof account.$inferInsert> & Pick<Viewer, "roles">,
): Promise<Viewer> => {
  const id = randomUUID();
  const username = `user-${id}`;
  const row = { id, username, displayName: "A person", passwordHash: "none", roles: [...roles], ...overrides };
  await write(database, (orm) => orm.insert(account).values(row));
  const [role] = roles;
  if (role === undefined) throw new Error("An account has a role");
  const { displayName, branchId = null } = row;
  return { accountId: id, sessionId: randomUUID(), username, displayName, role, roles, branchId };
};

type CustomerOverrides = Partial<typeof customer.$inferInsert> & { readonly branchId: string };

export const givenCustomer = async (database: Database, overrides: CustomerOverrides) => {
  const row = {
    id: randomUUID(),
    code: `T-${unique()}`,
    name: "A customer",
    kind: "ENTERPRISE",
    importance: "B",
    status: "ACTIVE",
    ...overrides,
  } as const;
  await write(database, async (orm) => {
    await orm.insert(customer).values(row);
    await saveSearchEntry(orm, row);
  });
  return row;
};

type RecordRow = typeof informationRecord.$inferInsert;

const CONTENT: Record<CategoryCode, Partial<RecordRow>> = {
  REGISTRATION: { legalName: "A customer" },
  CONTACT: { personName: "A person" },
  OPERATION: { operatingState: "Running" },
  FINANCIAL: { periodStart: "2025-01-01", periodEnd: "2025-12-31", currency: "CNY" },
  TRANSACTION: { contractNumber: "K-1", occurredOn: "2025-06-01", amount: "1", amountCurrency: "CNY" },
  CREDIT: { rating: "A", score: "75" },
  FEEDBACK: { receivedOn: "2025-06-01", kind: "PRAISE" },
};

type RecordOverrides = Partial<RecordRow> & Pick<RecordRow, "customerId" | "collectedBy">;

/** A record of a category with as little content as the database allows. */
export const givenRecord = async (database: Database, category: CategoryCode, overrides: RecordOverrides) => {
  const row = {
    id: randomUUID(),
    category,
    series: "a series",
    status: "IN_VERIFICATION",
    channel: "DIRECT_CONTACT",
    collectedAt: AT,
    recordedAt: AT,
    validFrom: TODAY,
    comparedAt: AT,
    ...CONTENT[category],
    // The database takes nothing archived that is not sealed.
    ...(overrides.archivedAt ? { seal: "0".repeat(64) } : {}),
    ...overrides,
  } as const;
  await write(database, (orm) => orm.insert(informationRecord).values(row));
  return row;
};

type TaskOverrides = Partial<typeof verificationTask.$inferInsert>;
type Recorded = { readonly id: string; readonly customerId: string; readonly category: CategoryCode };

/** A task over one record; with an assignee it is claimed until an hour from now. */
export const givenTask = async (database: Database, record: Recorded, overrides: TaskOverrides = {}) => {
  const { id: recordId, customerId, category } = record;
  const claimed = overrides.assigneeId !== undefined;
  const row = {
    id: randomUUID(),
    customerId,
    category,
    method: "PHONE_CALL",
    cause: "ROUTINE",
    priority: "NORMAL",
    status: claimed ? "CLAIMED" : "OPEN",
    claimedUntil: claimed ? new Date(NOW.getTime() + 3_600_000).toISOString() : null,
    dueAt: AT,
    createdAt: AT,
    ...overrides,
  } as const;
  await write(database, async (orm) => {
    await orm.insert(verificationTask).values(row);
    await orm.insert(taskRecord).values({ taskId: row.id, recordId, customerId, category });
  });
  return row;
};

type ConsentOverrides = Partial<typeof consent.$inferInsert> &
  Pick<typeof consent.$inferInsert, "customerId" | "recordedBy">;

export const givenConsent = async (database: Database, overrides: ConsentOverrides) => {
  const row: Row<typeof consent> = {
    id: randomUUID(),
    personName: "A person",
    purposes: ["CREDIT_ASSESSMENT"],
    categories: ["CONTACT"],
    givenOn: "2026-01-01",
    recordedAt: AT,
    ...overrides,
  };
  await write(database, (orm) => orm.insert(consent).values(row));
  return row;
};

export const givenAgreement = async (
  database: Database,
  overrides: Partial<typeof sharingAgreement.$inferInsert> = {},
) => {
  const row: Row<typeof sharingAgreement> = {
    id: randomUUID(),
    number: `SA-${unique()}`,
    partner: "A partner",
    purposes: ["CREDIT_ASSESSMENT"],
    startsOn: "2026-01-01",
    expiresOn: "2027-01-01",
    ...overrides,
  };
  await write(database, (orm) => orm.insert(sharingAgreement).values(row));
  return row;
};

/** What a command is given when `viewer` calls it at `now`. */
export const commandContext = (database: Database, viewer: Viewer, now = NOW): CommandContext => ({
  database,
  viewer,
  now,
  timeZone: "Asia/Shanghai",
  fourEyes: "strict",
  once: null,
  wrote: () => {},
});
