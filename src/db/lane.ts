import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { PgTransaction } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import type { Sql, TransactionSql, UnsafeQueryOptions } from "postgres";
import { connectTo } from "./connection.js";
import type { Timeouts } from "./patience.js";
import { Prepared } from "./prepared.js";
import * as tables from "./tables/index.js";
import { CHORE_ROLE } from "./wall/database-role.js";
import type { Holder } from "./wall/lanes.js";
import { STAND_A_WHILE, type Standing } from "./wall/standing.js";
import { toWire } from "./wire.js";

export type PostgresqlOrm = PostgresJsDatabase<typeof tables>;
export type Transactional = PgTransaction<
  PostgresJsQueryResultHKT,
  typeof tables,
  ExtractTablesWithRelations<typeof tables>
>;

/** How statements are sent. */
export interface Sending {
  /** What the connection has prepared; without it statements are not named. */
  readonly prepared?: Prepared | undefined;
  readonly onStatement?: ((text: string) => void) | undefined;
}

const CLOSE_SECONDS = 5;

/** Not `simple`: that protocol prepares nothing, and the driver chooses it for a statement without values. */
const PREPARED: UnsafeQueryOptions & { simple: boolean } = { prepare: true, simple: false };

export interface Client {
  unsafe(text: string, values?: readonly unknown[]): ReturnType<Sql["unsafe"]>;
  /** Of what no session asked for. */
  quietly(text: string): ReturnType<Sql["unsafe"]>;
  begin<T>(work: (client: Client) => Promise<T>): Promise<T>;
  savepoint: Client["begin"];
  readonly options: { readonly parsers: object; readonly serializers: object };
}

/** What drizzle takes for the driver: its statements are prepared, its values text, its transactions may nest. */
const clientOver = (sql: Sql | TransactionSql, sending: Sending): Client => {
  const { prepared, onStatement } = sending;
  const begin: Client["begin"] = async (work) => {
    const scoped = (inner: TransactionSql) => work(clientOver(inner, sending));
    return (await ("begin" in sql ? sql.begin(scoped) : sql.savepoint(scoped))) as Awaited<ReturnType<typeof work>>;
  };
  return {
    unsafe: (text, values = []) => {
      onStatement?.(text);
      prepared?.add(text);
      return sql.unsafe(text, values.map(toWire), prepared ? PREPARED : {});
    },
    quietly: (text) => sql.unsafe(text),
    begin,
    savepoint: begin,
    // drizzle writes its own parsers into these; ours are kept apart.
    options: { parsers: {}, serializers: {} },
  };
};

export const ormOver = (client: Client): PostgresqlOrm => drizzle(client as unknown as Sql, { schema: tables });

/** An orm in a transaction of its own, on a connection opened for it: statements are sent as they stand. */
export const inOneTransaction = async (url: string, work: (orm: PostgresqlOrm) => Promise<void>): Promise<void> => {
  const sql = connectTo({ url, prepare: false });
  try {
    await clientOver(sql, {}).begin((client) => work(ormOver(client)));
  } finally {
    await sql.end();
  }
};

/** As whom the database is asked, on whose account, and for how long at most. */
export interface Asking {
  readonly standing: Standing;
  readonly holder: Holder;
  readonly timeouts: Timeouts;
}

export interface LaneOptions {
  readonly connect: () => Sql;
  readonly prepare: boolean;
  readonly onStatement?: ((text: string) => void) | undefined;
}

/** A connection, and what drizzle writes through it. What sets up the wall is not heard: it is no statement of a session. */
export class Lane {
  #sql: Sql;
  #prepared: Prepared | undefined;
  #orm: PostgresqlOrm;

  constructor(private readonly options: LaneOptions) {
    [this.#sql, this.#prepared, this.#orm] = this.#connected();
  }

  get sql(): Sql {
    return this.#sql;
  }

  get orm(): PostgresqlOrm {
    return this.#orm;
  }

  #connected(): [Sql, Prepared | undefined, PostgresqlOrm] {
    const { connect, prepare, onStatement } = this.options;
    const [sql, prepared] = [connect(), prepare ? new Prepared() : undefined];
    return [sql, prepared, ormOver(clientOver(sql, { prepared, onStatement }))];
  }

  /** Connected anew where the plans this connection keeps would fill PostgreSQL's memory. For whoever has it alone. */
  async renewed(): Promise<this> {
    if (this.#prepared?.isFull !== true) return this;
    const old = this.#sql;
    [this.#sql, this.#prepared, this.#orm] = this.#connected();
    await old.end({ timeout: CLOSE_SECONDS });
    return this;
  }

  /** One transaction in one flight: should the first part fail, so do the others, and a lost connection is nobody's. */
  async read({ standing, timeouts }: Asking, text: string, values: readonly unknown[], shaped: boolean) {
    const sql = this.#sql;
    const send = this.#prepared ? PREPARED : {};
    // Named after the role: the plan of a statement holds for one, and is made anew whenever another one runs it.
    const named = `${text} /* ${standing[0]} */`;
    this.#prepared?.add(named);
    const query = sql.unsafe(named, values.map(toWire), send);
    const sent = [
      sql.unsafe(standing[0] === CHORE_ROLE ? "begin" : "begin read only", [], send),
      sql.unsafe(STAND_A_WHILE, [...standing, ...timeouts], send),
      shaped ? query : query.values(),
      sql.unsafe("commit", [], send),
    ];
    const settled = await Promise.allSettled(sent);
    for (const part of settled) if (part.status === "rejected") throw part.reason;
    return (settled[2] as PromiseFulfilledResult<unknown[]>).value;
  }

  close(): Promise<void> {
    return this.#sql.end({ timeout: CLOSE_SECONDS });
  }
}
