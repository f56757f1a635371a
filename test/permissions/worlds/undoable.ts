import type { PGlite, QueryOptions } from "@electric-sql/pglite";
import type { Database } from "../../../src/db/database.js";
import { databaseOver } from "../../../src/db/embedded.js";
import { STAND_ON } from "../../../src/db/wall/standing.js";
import { toWire } from "../../../src/db/wire.js";
import { startSeededCopy } from "../../support/embedded-databases.js";
import { ownedBy } from "../../support/owner.js";
import { testVault } from "../../support/vault.js";

/** An embedded database of which everything can be undone that was done since a moment. */
export interface Undoable {
  readonly database: Database;
  /** From here on everything is one transaction. */
  begin(): Promise<void>;
  /** What follows can be undone by {@link Undoable.undo}, again and again. */
  mark(): Promise<void>;
  undo(): Promise<void>;
  /** Undoes everything since `begin`. */
  end(): Promise<void>;
  /** Sends other statements than the archive means to, which is told of what it meant. */
  rewrite(by: (text: string) => string): void;
  /** Whether the archive's statements run as whoever owns the tables, and no wall of the database holds them. */
  passTheWall(isPast: boolean): Promise<void>;
  /** What `now()` says within the transaction. */
  transactionTime(): Promise<string>;
}

type Work = (tx: object) => Promise<unknown>;

/** The role of {@link STAND_ON}'s values that no policy looks at: of whoever owns the tables. */
const OWNER = "none";

/**
 * An embedded session within one transaction: each transaction of the archive is a savepoint. What a savepoint set for itself
 * outlives it there, and what was set before it is undone with it: so where the archive stands is said again after each.
 */
class Within {
  open = false;
  isMarked = false;
  rewritten = (text: string): string => text;
  isPastTheWall = false;
  #depth = 0;
  #standing: readonly unknown[] | undefined;

  constructor(readonly lite: PGlite) {}

  /** What the archive takes for the embedded database. */
  asDatabase(): PGlite {
    const { query, transaction } = this;
    return new Proxy(this.lite, {
      get: (target, key) => {
        if (key === "query") return query;
        if (key === "transaction") return transaction;
        const found = Reflect.get(target, key, target);
        return typeof found === "function" ? found.bind(target) : found;
      },
    });
  }

  readonly query = async (text: string, values?: unknown[], options?: QueryOptions) => {
    if (text !== STAND_ON) return this.lite.query(this.rewritten(text), values, options).catch(this.#goOn);
    this.#standing = values;
    return this.standAgain();
  };

  /** A statement that fails takes the one transaction with it: what is asked next is to be answered nevertheless. */
  readonly #goOn = async (error: unknown): Promise<never> => {
    if (this.isMarked) await this.undo();
    throw error;
  };

  async undo(): Promise<void> {
    await this.lite.exec("rollback to savepoint marked");
    await this.standAgain();
  }

  async standAgain(): Promise<void> {
    if (this.#standing === undefined) return;
    const [role, ...rest] = this.#standing;
    await this.lite.query(STAND_ON, [this.isPastTheWall ? OWNER : role, ...rest]);
  }

  readonly transaction = async (work: Work): Promise<unknown> => {
    if (!this.open) return this.lite.transaction(work as never);
    const name = `inner_${this.#depth++}`;
    await this.lite.exec(`savepoint ${name}`);
    try {
      const done = await work({ query: this.lite.query.bind(this.lite), exec: this.lite.exec.bind(this.lite) });
      await this.lite.exec(`release savepoint ${name}`);
      return done;
    } catch (error) {
      await this.lite.exec(`rollback to savepoint ${name}; release savepoint ${name}`);
      throw error;
    } finally {
      this.#depth -= 1;
      await this.standAgain();
    }
  };

  /** Statements of whoever owns the tables. */
  readonly asOwner = async (text: string, values: readonly unknown[]): Promise<unknown[]> => {
    const work = async ({ query, exec }: Pick<PGlite, "query" | "exec">): Promise<unknown[]> => {
      await exec(`set local role ${OWNER}`);
      return (await query(text, values.map(toWire))).rows;
    };
    return (await this.transaction(work as Work)) as unknown[];
  };
}

export const openUndoable = async (onStatement: (text: string) => void): Promise<Undoable> => {
  const within = new Within(await startSeededCopy());
  const { lite } = within;
  const database = await databaseOver(within.asDatabase(), async () => {}, { vault: testVault(), onStatement });
  return {
    database: ownedBy(database, within.asOwner),
    begin: async () => {
      await lite.exec("begin");
      within.open = true;
    },
    mark: async () => {
      await lite.exec("savepoint marked");
      within.isMarked = true;
    },
    undo: () => within.undo(),
    end: async () => {
      within.open = false;
      within.isMarked = false;
      await lite.exec("rollback");
      await within.standAgain();
    },
    passTheWall: async (isPast) => {
      within.isPastTheWall = isPast;
      await within.standAgain();
    },
    rewrite: (by) => {
      within.rewritten = by;
    },
    transactionTime: async () => {
      const { rows } = await lite.query<{ at: string }>("select to_json(now())#>>'{}' as at");
      return rows[0]?.at ?? "";
    },
  };
};
