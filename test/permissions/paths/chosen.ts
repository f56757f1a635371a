import { CATEGORY_OF_TYPE } from "../oracle/policy.js";
import { existsFor } from "../oracle/relations.js";
import { NODE_TABLES } from "../oracle/rows.js";
import type { Scene } from "../oracle/scene.js";
import { idOf, type Stored } from "../oracle/stored.js";
import { possibleTypes } from "./steps.js";

type Table = Parameters<typeof idOf>[0];

const TABLES: Readonly<Record<string, Table>> = {
  ...NODE_TABLES,
  Customer: "customer",
  VerificationTask: "verification_task",
};

export const tableOf = (type: string): Table | undefined =>
  type in CATEGORY_OF_TYPE ? "information_record" : TABLES[type];

export const isOfType = (type: string) => (row: Stored) =>
  !(type in CATEGORY_OF_TYPE) || row.category === CATEGORY_OF_TYPE[type];

/** By which columns each row is named in others, and how often: along each of them a path leads on. */
const named = ({ world }: Scene): ReadonlyMap<string, ReadonlyMap<string, number>> => {
  const known = new Map<string, Map<string, number>>();
  for (const [table, rows] of Object.entries(world.all))
    for (const row of rows)
      for (const [column, value] of Object.entries(row)) {
        if (typeof value !== "string" || column === "id") continue;
        const columns = known.get(value) ?? new Map<string, number>();
        known.set(value, columns.set(`${table}.${column}`, (columns.get(`${table}.${column}`) ?? 0) + 1));
      }
  return known;
};

/** The ids of rows to begin at, for somebody: those that lead on furthest. */
export class Chosen {
  readonly #named: ReturnType<typeof named>;

  constructor(private readonly scene: Scene) {
    this.#named = named(scene);
  }

  /** Of a type, or of each type behind an interface in turn; none where the archive has no such rows. */
  idsOf(username: string, type: string): string[] {
    const each = possibleTypes(this.scene.schema, type).map((one) => this.#idsOf(username, one));
    return [0, 1, 2].flatMap((i) => each.flatMap((ids) => ids[i] ?? []));
  }

  /** What exists for somebody and leads on furthest, something of their own work, and what does not exist for them. */
  #idsOf(username: string, type: string): string[] {
    const table = tableOf(type);
    if (table === undefined) return [];
    const eyes = this.scene.eyes(username);
    const isThere = (row: Stored) => table === "account" || table === "branch" || existsFor(eyes, row);
    const all = this.scene.world.all[table].filter(isOfType(type)).sort((a, b) => this.#weight(b) - this.#weight(a));
    const there = all.filter(isThere);
    const mine = there.find((row) => this.#isMine(eyes.accountId, row));
    const rows = [there[0], mine, all.find((row) => !isThere(row))].filter((row) => row !== undefined);
    return [...new Set(rows)].map(({ id }) => idOf(table, id));
  }

  /** The more ways lead on the better, and of rows that lead on alike the one with fewer behind it: it takes less. */
  #weight(row: Stored): number {
    const told = ["corrects_id", "supersedes_id", "consent_id", "task_id"].filter((column) => row[column] != null);
    const columns = [...(this.#named.get(row.id)?.values() ?? [])];
    return 1000 * (columns.length + told.length) - columns.reduce((sum, times) => sum + times, 0);
  }

  #isMine(accountId: string, row: Stored): boolean {
    const { world } = this.scene;
    if ("claimed_until" in row) return world.isClaimOf(accountId, row);
    return "corrects_id" in row && world.isWorkOf(accountId, row);
  }
}
