import DataLoader from "dataloader";
import { and, desc, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { account, branch, statement } from "./tables.js";

const byId = <T extends { id: string }>(read: (ids: string[]) => Promise<T[]>) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = new Map((await read([...ids])).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id) ?? null);
  });

const statementsByCustomer = (db: PostgresJsDatabase) =>
  new DataLoader(async (ids: readonly string[]) => {
    const today = new Date().toISOString().slice(0, 10);
    const rows = await db
      .select()
      .from(statement)
      .where(
        and(
          inArray(statement.customerId, [...ids]),
          eq(statement.category, "FINANCIAL"),
          eq(statement.status, "ARCHIVED"),
          lte(statement.validFrom, today),
          or(isNull(statement.validTo), gt(statement.validTo, today)),
        ),
      )
      .orderBy(desc(statement.periodEnd), desc(statement.id));
    const byCustomer = new Map<string, typeof rows>(ids.map((id) => [id, []]));
    for (const row of rows) byCustomer.get(row.customerId)?.push(row);
    return ids.map((id) => byCustomer.get(id) ?? []);
  });

/** One loader per relation, made for every request. */
export const loadersOn = (db: PostgresJsDatabase) => ({
  branch: byId((ids) => db.select().from(branch).where(inArray(branch.id, ids))),
  person: byId((ids) => db.select().from(account).where(inArray(account.id, ids))),
  statements: statementsByCustomer(db),
});

export type Loaders = ReturnType<typeof loadersOn>;
