import type { Database } from "../../../src/db/database.js";
import { databaseOver } from "../../../src/db/embedded.js";
import { ownedBy } from "../../support/owner.js";
import { testVault } from "../../support/vault.js";
import { groundOfItsOwn } from "./ground.js";
import { Within } from "./within.js";

/** A database of which everything can be undone that was done since a moment. */
export interface Undoable {
  readonly database: Database;
  /** From its next beginning on it is as it was before the first one, but for this change. */
  become(change: () => Promise<void>): Promise<void>;
  /** From here on everything is one transaction. */
  begin(): Promise<void>;
  /** What follows can be undone by {@link Undoable.undo}, again and again. */
  mark(): Promise<void>;
  undo(): Promise<void>;
  /** Undoes everything since `begin`, and clears away what was undone. */
  end(): Promise<void>;
  /** When nothing is asked any more: an answer that fails leaves what else it was asking for. */
  settled(): Promise<void>;
  /** Sends other reads than the archive means to, which is told of what it meant. */
  rewrite(by: (text: string) => string): void;
  /** Whether the archive's reads run as whoever owns the tables, and no wall of the database holds them. */
  passTheWall(isPast: boolean): Promise<void>;
  /** What `now()` says within the transaction. */
  transactionTime(): Promise<string>;
}

export const openUndoable = async (onStatement: (text: string) => void): Promise<Undoable> => {
  const ground = await groundOfItsOwn();
  const { session } = ground;
  const within = new Within(session);
  let atBeginning = async (): Promise<void> => {};
  const database = await databaseOver(within.asDatabase(), async () => {}, { vault: testVault(), onStatement });
  const begin = async (): Promise<void> => {
    await session.exec("begin");
    within.open = true;
    await atBeginning();
  };
  const leave = async (by: "commit" | "rollback"): Promise<void> => {
    within.open = false;
    within.isMarked = false;
    await session.exec(by);
    // Rows that were undone or written over stay until then, and are looked at by every statement.
    await session.exec("set role none");
    await session.exec("vacuum");
    await within.standAgain();
  };
  return {
    database: ownedBy(database, within.asOwner),
    become: async (change) => {
      atBeginning = change;
      if (!ground.lasts) return;
      await ground.putBack();
      await begin();
      await leave("commit");
      atBeginning = async () => {};
    },
    begin,
    mark: async () => {
      await session.exec("savepoint marked");
      within.isMarked = true;
    },
    undo: () => within.undo(),
    settled: () => within.settled(),
    end: () => leave("rollback"),
    passTheWall: async (isPast) => {
      within.isPastTheWall = isPast;
      await within.standAgain();
    },
    rewrite: (by) => {
      within.rewritten = by;
    },
    transactionTime: async () => {
      const { rows } = await session.query<{ at: string }>("select to_json(now())#>>'{}' as at");
      return rows[0]?.at ?? "";
    },
  };
};
