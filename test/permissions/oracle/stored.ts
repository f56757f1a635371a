import { SYSTEM } from "../../../src/auth/viewer.js";
import type { Database } from "../../../src/db/database.js";
import { inClear } from "./encrypted.js";

// biome-ignore lint/suspicious/noExplicitAny: a row of any table, by the names of its columns
export type Stored = Readonly<Record<string, any>>;

/** Which table holds the rows of an id, by what stands before the key in it. */
const TABLE_OF = {
  cu: "customer",
  ir: "information_record",
  vt: "verification_task",
  cf: "conflict",
  cs: "consent",
  me: "major_event",
  ev: "evidence",
  br: "branch",
  pe: "account",
} as const;

const MORE = [
  "screening_finding",
  "finding",
  "verification_task_record",
  "record_derivation",
  "sharing_agreement",
] as const;

type Table = (typeof TABLE_OF)[keyof typeof TABLE_OF] | (typeof MORE)[number];

/** Everything the archive holds, read past the API. */
export interface World {
  readonly all: Readonly<Record<Table, readonly Stored[]>>;
  /** The row an opaque id names. */
  row(id: string): Stored;
  readonly customer: (id: string) => Stored;
  readonly record: (id: string) => Stored;
  readonly findingsOf: (taskId: string) => readonly Stored[];
  readonly screeningOf: (recordId: string) => readonly Stored[];
  readonly recordsOf: (taskId: string) => readonly Stored[];
  account(username: string): Stored;
  /**
   * A record that is somebody's own work: theirs and unsealed, but for what they observed while verifying; or on a claim of
   * theirs. Correcting makes it nobody's.
   */
  isWorkOf(accountId: string, record: Stored): boolean;
  isClaimOf(accountId: string, task: Stored): boolean;
  /** Whether somebody holds a live claim on it. */
  isClaimed(task: Stored): boolean;
  /** Whether a row is what a claim of somebody's opens to them: the task, its records, and what stands about these. */
  isOnClaimOf(accountId: string, row: Stored): boolean;
}

const grouped = <K>(rows: readonly Stored[], keyOf: (row: Stored) => K): ((key: K) => readonly Stored[]) => {
  const groups = new Map<K, Stored[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return (key) => groups.get(key) ?? [];
};

const only = (rows: readonly Stored[], keyOf: (row: Stored) => string): ((key: string) => Stored) => {
  const known = new Map(rows.map((row) => [keyOf(row), row]));
  return (key) => {
    const found = known.get(key);
    if (found === undefined) throw new Error(`nothing is stored under ${key}`);
    return found;
  };
};

const readAll = async (database: Database): Promise<World["all"]> => {
  const tables = [...Object.values(TABLE_OF), ...MORE];
  const read = (table: Table) =>
    database.withViewer(SYSTEM, "READ", ({ rows }) =>
      rows<{ row: Stored }>(`select row_to_json(x) as row from ${table} x order by x::text`, []),
    );
  const all: [Table, Stored[]][] = [];
  for (const table of tables) {
    const rows = (await read(table)).map(({ row }) => row);
    const isRecord = table === "information_record";
    all.push([table, isRecord ? rows.map(inClear) : rows]);
  }
  return Object.fromEntries(all) as unknown as World["all"];
};

const byId = (rows: readonly Stored[]): Stored[] => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

/** @param now the instant claims are live at */
export const readWorld = async (database: Database, now: Date): Promise<World> => {
  const all = await readAll(database);
  const record = only(all.information_record, ({ id }) => id);
  const tables = Object.fromEntries(
    Object.entries(TABLE_OF).map(([code, table]) => [code, only(all[table], ({ id }) => id)]),
  );
  const onTasks = grouped(all.verification_task_record, (link) => link.record_id);
  const ofTask = grouped(all.verification_task_record, (link) => link.task_id);
  const task = only(all.verification_task, ({ id }) => id);
  const isClaimed = ({ status, claimed_until }: Stored): boolean =>
    status === "CLAIMED" && new Date(claimed_until) > now;
  const isClaimOf = (accountId: string, row: Stored): boolean => row.assignee_id === accountId && isClaimed(row);
  const hasClaimOn = (accountId: string, recordId: string): boolean =>
    onTasks(recordId).some((link) => isClaimOf(accountId, task(link.task_id)));
  const observed = new Set(all.finding.map(({ observed_record_id }) => observed_record_id));
  const isOwn = (accountId: string, { id, collected_by, seal }: Stored): boolean =>
    collected_by === accountId && seal === null && !observed.has(id);
  return {
    all,
    record,
    row: (id) => {
      const [code = "", uuid = ""] = Buffer.from(id, "base64url").toString().split(":");
      const found = tables[code]?.(uuid);
      if (found === undefined) throw new Error(`${id} names nothing`);
      return found;
    },
    customer: only(all.customer, ({ id }) => id),
    account: only(all.account, ({ username }) => username),
    findingsOf: grouped(byId(all.finding), (row) => row.task_id),
    screeningOf: grouped(byId(all.screening_finding), (row) => row.record_id),
    recordsOf: (taskId) => ofTask(taskId).map((link) => record(link.record_id)),
    isClaimOf,
    isClaimed,
    isOnClaimOf: (accountId, row) =>
      "claimed_until" in row ? isClaimOf(accountId, row) : hasClaimOn(accountId, row.record_id ?? row.id),
    isWorkOf: (accountId, row) => isOwn(accountId, row) || hasClaimOn(accountId, row.id),
  };
};

const CODES: Readonly<Record<string, string>> = { information_record: "ir", account: "pe" };

/** The opaque id of a row. */
export const idOf = (table: Table, uuid: string): string => {
  const code = CODES[table] ?? Object.entries(TABLE_OF).find(([, name]) => name === table)?.[0];
  return Buffer.from(`${code}:${uuid}`).toString("base64url");
};

/** Of rows that differ in something, a few of each kind. */
export const few = (rows: readonly Stored[], kindOf: (row: Stored) => string, each = 1): Stored[] => {
  const met = new Map<string, number>();
  return rows.filter((row) => {
    const count = (met.get(kindOf(row)) ?? 0) + 1;
    met.set(kindOf(row), count);
    return count <= each;
  });
};
