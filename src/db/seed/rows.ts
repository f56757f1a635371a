import type { InferInsertModel } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";

/** What the demo archive will hold, table by table, before anything of it is written. */
export class DemoRows {
  private readonly byTable = new Map<PgTable, unknown[]>();

  add<T extends PgTable>(table: T, ...rows: readonly InferInsertModel<T>[]): void {
    const all = this.byTable.get(table) ?? [];
    all.push(...rows);
    this.byTable.set(table, all);
  }

  of<T extends PgTable>(table: T): readonly InferInsertModel<T>[] {
    return (this.byTable.get(table) ?? []) as InferInsertModel<T>[];
  }
}
