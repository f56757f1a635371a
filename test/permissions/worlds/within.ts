import { setImmediate as tick } from "node:timers/promises";
import type { PGlite, QueryOptions } from "@electric-sql/pglite";
import { STAND_ON } from "../../../src/db/wall/standing.js";
import { toWire } from "../../../src/db/wire.js";
import type { OneSession } from "./one-connection.js";

type Work = (tx: Pick<OneSession, "query" | "exec">) => Promise<unknown>;

/** The role of {@link STAND_ON}'s values that no policy looks at: of whoever owns the tables. */
const OWNER = "none";

/**
 * A session within one transaction: each transaction of the archive is a savepoint. What a savepoint set for itself
 * outlives it there, and what was set before it is undone with it: so where the archive stands is said again after each.
 */
export class Within {
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
