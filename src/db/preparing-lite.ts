import {
  messages,
  PGlite,
  parse,
  protocol,
  type QueryOptions,
  type Results,
  type Transaction,
} from "@electric-sql/pglite";
import { LRUCache } from "lru-cache";

const { serialize } = protocol;

/** How many statements stay prepared. Each holds on to some hundred kilobytes of PostgreSQL's memory. */
const PREPARED = 100;

const joined = (parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts);

/**
 * An embedded PostgreSQL that keeps what it planned: a statement that comes again costs a fifth. By itself PGlite forgets each, and sends
 * it in six parts, where one does.
 *
 * Whoever runs a statement may be another one than it was prepared for: PostgreSQL looks, and plans it anew when a row policy is concerned.
 */
export class PreparingLite extends PGlite {
  /** Of what PostgreSQL does not know to be of no use any more. */
  readonly #forgotten: string[] = [];
  readonly #names = new LRUCache<string, string>({
    max: PREPARED,
    dispose: (name) => void this.#forgotten.push(name),
  });
  #count = 0;

  override async query<T>(text: string, values?: unknown[], options?: QueryOptions): Promise<Results<T>> {
    await this._checkReady();
    return this._runExclusiveTransaction(async () => {
      const results = await this.#run<T>(text, values, options);
      await this.syncToFs();
      return results;
    });
  }

  override transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return super.transaction((tx) => {
      const query: Transaction["query"] = async (text, values, options) => {
        if (tx.closed) throw new Error("The transaction has ended");
        return this.#run(text, values, options);
      };
      return work(Object.assign(Object.create(tx), { query }));
    });
  }

  /** For whoever takes the session back to where nothing was prepared in it yet. */
  protected forgetPrepared(): void {
    this.#names.clear();
    this.#forgotten.length = 0;
  }

  #run<T>(text: string, values: readonly unknown[] = [], options?: QueryOptions): Promise<Results<T>> {
    return this._runExclusiveQuery(async () => {
      const known = this.#names.get(text);
      const name = known ?? `s${this.#count++}`;
      const parts = [
        ...this.#forgotten.splice(0).map((each) => serialize.close({ type: "S", name: each })),
        ...(known === undefined ? [serialize.parse({ name, text })] : []),
        serialize.bind({ statement: name, values: values.map((each) => (each === null ? null : String(each))) }),
        serialize.describe({ type: "P" }),
        serialize.execute({}),
        serialize.sync(),
      ];
      // Not thrown at once: a statement that fails as it is run is prepared nevertheless.
      const answered = await this.execProtocolStream(joined(parts), { syncToFs: false, throwOnError: false });
      if (answered.some((message) => message.name === "parseComplete")) this.#names.set(text, name);
      const failed = answered.find((message) => message instanceof messages.DatabaseError);
      if (failed !== undefined) throw failed;
      return parse.parseResults(answered, this.parsers, options)[0] as Results<T>;
    });
  }
}
