import { setImmediate as tick } from "node:timers/promises";
import type { PGlite, QueryOptions } from "@electric-sql/pglite";
import { inject } from "vitest";
import type { Database } from "../../../src/db/database.js";
import { databaseOver } from "../../../src/db/embedded.js";
import { STAND_ON } from "../../../src/db/wall/standing.js";
import { toWire } from "../../../src/db/wire.js";
import { startSeededCopy } from "../../support/embedded-databases.js";
import { ownedBy } from "../../support/owner.js";
import { createSeededCopy } from "../../support/postgresql-databases.js";
import { testVault } from "../../support/vault.js";
import { OneConnection, type OneSession } from "./one-connection.js";

/** A database of which everything can be undone that was done since a moment. */
export interface Undoable {
  readonly database: Database;
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

type Work = (tx: Pick<OneSession, "query" | "exec">) => Promise<unknown>;

/** The role of {@link STAND_ON}'s values that no policy looks at: of whoever owns the tables. */
const OWNER = "none";

/**
 * A session within one transaction: each transaction of the archive is a savepoint. What a savepoint set for itself
 * outlives it there, and what was set before it is undone with it: so where the archive stands is said again after each.
 */
class Within {
  open = false;
  isMarked = false;
  rewritten = (text: string): string => text;
  isPastTheWall = false;
  #depth = 0;
  #standing: readonly unknown[] | undefined;
  readonly #running = new Set<Promise<unknown>>();

  constructor(readonly session: OneSession) {}

  /** What the archive takes for the embedded database. */
  asDatabase(): PGlite {
    const { query, transaction } = this;
    const proxied = new Proxy(this.session, {
      get: (target, key) => {
        if (key === "query") return query;
        if (key === "transaction") return transaction;
        const found = Reflect.get(target, key, target);
        return typeof found === "function" ? found.bind(target) : found;
      },
    });
    return proxied as unknown as PGlite;
  }

  async settled(): Promise<void> {
    for (await tick(); this.#running.size > 0; await tick()) await Promise.allSettled(this.#running);
  }

  readonly #run = <T>(work: Promise<T>): Promise<T> => {
    const done = work.finally(() => this.#running.delete(done));
    this.#running.add(done);
    return done;
  };

  readonly query = (text: string, values?: unknown[], options?: QueryOptions) =>
    this.#run(this.#query(text, values, options));

  readonly #query = async (text: string, values?: unknown[], options?: QueryOptions) => {
    if (text !== STAND_ON) return this.session.query(this.rewritten(text), values, options).catch(this.#goOn);
    this.#standing = values;
    return this.standAgain();
  };

  /** A statement that fails takes the one transaction with it: what is asked next is to be answered nevertheless. */
  readonly #goOn = async (error: unknown): Promise<never> => {
    if (this.isMarked) await this.undo();
    throw error;
  };

  async undo(): Promise<void> {
    await this.session.exec("rollback to savepoint marked");
    await this.standAgain();
  }

  async standAgain(): Promise<void> {
    if (this.#standing === undefined) return;
    const [role, ...rest] = this.#standing;
    await this.session.query(STAND_ON, [this.isPastTheWall ? OWNER : role, ...rest]);
  }

  readonly transaction = (work: Work): Promise<unknown> => this.#run(this.#transaction(work));

  readonly #transaction = async (work: Work): Promise<unknown> => {
    if (!this.open) return this.session.transaction(work);
    const name = `inner_${this.#depth++}`;
    await this.session.exec(`savepoint ${name}`);
    try {
      const done = await work({
        query: this.session.query.bind(this.session),
        exec: this.session.exec.bind(this.session),
      });
      await this.session.exec(`release savepoint ${name}`);
      return done;
    } catch (error) {
      await this.session.exec(`rollback to savepoint ${name}; release savepoint ${name}`);
      throw error;
    } finally {
      this.#depth -= 1;
      await this.standAgain();
    }
  };

  /** Statements of whoever owns the tables. */
  readonly asOwner = async (text: string, values: readonly unknown[]): Promise<unknown[]> => {
    const work: Work = async (tx) => {
      await tx.exec(`set local role ${OWNER}`);
      return (await tx.query(text, values.map(toWire))).rows;
    };
    return (await this.transaction(work)) as unknown[];
  };
}

/** A copy of the demo data, on whatever the tests run. */
const sessionOfACopy = async (): Promise<OneSession> => {
  const run = inject("testRun");
  if (run === null) return (await startSeededCopy()) as unknown as OneSession;
  return new OneConnection(await createSeededCopy(run));
};

export const openUndoable = async (onStatement: (text: string) => void): Promise<Undoable> => {
  const within = new Within(await sessionOfACopy());
  const { session } = within;
  const database = await databaseOver(within.asDatabase(), async () => {}, { vault: testVault(), onStatement });
  return {
    database: ownedBy(database, within.asOwner),
    begin: async () => {
      await session.exec("begin");
      within.open = true;
    },
    mark: async () => {
      await session.exec("savepoint marked");
      within.isMarked = true;
    },
    undo: () => within.undo(),
    settled: () => within.settled(),
    end: async () => {
      within.open = false;
      within.isMarked = false;
      await session.exec("rollback");
      // Rows that were undone stay until then, and are looked at by every statement.
      await session.exec("set role none");
      await session.exec("vacuum");
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
      const { rows } = await session.query<{ at: string }>("select to_json(now())#>>'{}' as at");
      return rows[0]?.at ?? "";
    },
  };
};
