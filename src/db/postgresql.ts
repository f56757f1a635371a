import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { PgTransaction } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres, { type Sql, type TransactionSql, type UnsafeQueryOptions } from "postgres";
import type { Database, Session } from "./database.js";
import type { Vault } from "./encryption/vault.js";
import { retried } from "./retry.js";
import * as tables from "./tables/index.js";
import { ARRAY_TYPES, arrayParsers, PARSERS, toWire } from "./wire.js";

interface ConnectOptions {
  readonly url: string;
  /** Named statements: three times the throughput, refused by poolers that hand out sessions per transaction. */
  readonly prepare?: boolean;
  readonly pool?: number;
  readonly onStatement?: (text: string) => void;
}

interface PostgresqlOptions extends ConnectOptions {
  readonly vault: Vault;
}

export type PostgresqlOrm = PostgresJsDatabase<typeof tables>;
type Transactional = PgTransaction<PostgresJsQueryResultHKT, typeof tables, ExtractTablesWithRelations<typeof tables>>;

const CONNECT_SECONDS = 10;
const CLOSE_SECONDS = 5;

/** Not `simple`: that protocol prepares nothing, and the driver chooses it for a statement without values. */
const PREPARED: UnsafeQueryOptions & { simple: boolean } = { prepare: true, simple: false };

const connectTo = ({ url, pool = 10, prepare = true }: ConnectOptions): Sql => {
  const client = postgres(url, {
    max: pool,
    prepare,
    connect_timeout: CONNECT_SECONDS,
    fetch_types: false,
    onnotice: () => {},
    connection: { application_name: "customer-credit-archive", TimeZone: "UTC", DateStyle: "ISO, YMD" },
  });
  // Values are text already when the driver gets them (wire.ts): it has nothing left to guess.
  for (const type of Object.keys(client.options.serializers)) delete client.options.serializers[Number(type)];
  Object.assign(client.options.parsers, PARSERS);
  return client;
};

interface Client {
  unsafe(text: string, values?: readonly unknown[]): ReturnType<Sql["unsafe"]>;
  begin<T>(work: (client: Client) => Promise<T>): Promise<T>;
  savepoint: Client["begin"];
  readonly options: { readonly parsers: object; readonly serializers: object };
}

/** What drizzle takes for the driver: its statements are prepared, its values text, its transactions may nest. */
const clientOver = (
  sql: Sql | TransactionSql,
  { prepare = true, onStatement }: Omit<ConnectOptions, "url">,
): Client => {
  const begin: Client["begin"] = async (work) => {
    const scoped = (inner: TransactionSql) => work(clientOver(inner, { prepare, onStatement }));
    return (await ("begin" in sql ? sql.begin(scoped) : sql.savepoint(scoped))) as Awaited<ReturnType<typeof work>>;
  };
  return {
    unsafe: (text, values = []) => {
      onStatement?.(text);
      return sql.unsafe(text, values.map(toWire), prepare ? PREPARED : {});
    },
    begin,
    savepoint: begin,
    // drizzle writes its own parsers into these; ours are kept apart.
    options: { parsers: {}, serializers: {} },
  };
};

const ormOver = (client: Client): PostgresqlOrm => drizzle(client as unknown as Sql, { schema: tables });

/** An orm in a transaction of its own, on a connection opened for it: statements are sent as they stand. */
export const inOneTransaction = async (url: string, work: (orm: PostgresqlOrm) => Promise<void>): Promise<void> => {
  const sql = connectTo({ url, pool: 1 });
  try {
    await clientOver(sql, { prepare: false }).begin((client) => work(ormOver(client)));
  } finally {
    await sql.end();
  }
};

/** drizzle keeps the client it was given: in a transaction, the one of that transaction. */
const sessionOver = (orm: PostgresqlOrm | Transactional): Session => {
  const { client } = orm._.session as unknown as { client: Client };
  return {
    orm,
    rows: async <T>(text: string, values: readonly unknown[]) => [...(await client.unsafe(text, values))] as T[],
  };
};

/** A pool of connections to a migrated database. */
export const openPostgresql = async (options: PostgresqlOptions): Promise<Database> => {
  const sql = connectTo(options);
  const types = await sql.unsafe<{ element: number; type: number }[]>(ARRAY_TYPES);
  Object.assign(sql.options.parsers, arrayParsers(types));
  const orm = ormOver(clientOver(sql, options));
  const reading = sessionOver(orm);
  return {
    kind: "postgresql",
    vault: options.vault,
    withViewer: (_principal, access, work) =>
      access === "READ" ? work(reading) : retried(() => orm.transaction((tx) => work(sessionOver(tx)))),
    close: () => sql.end({ timeout: CLOSE_SECONDS }),
  };
};
