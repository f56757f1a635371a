import type { InferInsertModel } from "drizzle-orm";
import type { Orm } from "../../src/db/database.js";
import { account, branch, customer, informationRecord } from "../../src/db/tables/index.js";

const NOW = "2026-06-30T02:00:00Z";

export interface Given {
  readonly customerId: string;
  readonly accountId: string;
}

let count = 0;

const idOf = <T extends { id: string }>([row]: T[]): string => {
  if (!row) throw new Error("Nothing was written");
  return row.id;
};

/** A customer in a branch, and somebody who collects. */
export const givenCustomer = async (orm: Orm): Promise<Given> => {
  const code = `G${++count}`;
  const branchId = idOf(await orm.insert(branch).values({ code, name: code }).returning());
  const person = { username: code, displayName: code, passwordHash: "none", roles: ["CLERK" as const], branchId };
  const firm = { branchId, code, name: "远航贸易", kind: "ENTERPRISE", importance: "A", status: "ACTIVE" } as const;
  const accountId = idOf(await orm.insert(account).values(person).returning());
  return { accountId, customerId: idOf(await orm.insert(customer).values(firm).returning()) };
};

type RecordRow = InferInsertModel<typeof informationRecord>;

/** Writes a record: archived, unless the test says otherwise. */
export const givenRecord = async (
  orm: Orm,
  { customerId, accountId }: Given,
  row: Pick<RecordRow, "category"> & Partial<RecordRow>,
): Promise<string> => {
  const envelope = {
    customerId,
    series: "1",
    status: "ARCHIVED",
    channel: "DATA_ANALYSIS",
    validFrom: "2026-01-01",
  } as const;
  const times = { collectedBy: accountId, collectedAt: NOW, recordedAt: NOW, archivedAt: NOW };
  const sealed = row.archivedAt === null ? {} : { seal: "0".repeat(64) };
  return idOf(
    await orm
      .insert(informationRecord)
      .values({ ...envelope, ...times, ...sealed, ...row })
      .returning(),
  );
};
