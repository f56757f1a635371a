import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { PgTransaction } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres, { type Sql, type TransactionSql, type UnsafeQueryOptions } from "postgres";
import { isViewer, type Principal } from "../auth/viewer.js";
import type { Database, Session } from "./database.js";
import type { Vault } from "./encryption/vault.js";
import { type Patience, patiently, type Timeouts, timeoutsFor } from "./patience.js";
import { retried } from "./retry.js";
import * as tables from "./tables/index.js";
import { type Access, CHORE_ROLE, NOBODY } from "./wall/database-role.js";
import { type Holder, Lanes } from "./wall/lanes.js";
import { STAND_A_WHILE, type Standing, standingOf, standStatements } from "./wall/standing.js";
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
  /** Without it every statement takes as long as it takes. */
  readonly patience?: Patience;
}

export type PostgresqlOrm = PostgresJsDatabase<typeof tables>;
type Transactional = PgTransaction<PostgresJsQueryResultHKT, typeof tables, ExtractTablesWithRelations<typeof tables>>;

const CONNECT_SECONDS = 10;
const CLOSE_SECONDS = 5;

/**
 * Until it stands for somebody it is nobody's. With the policies of the second wall statements look dear enough to be
 * compiled, which takes seconds where they take milliseconds; a database made as a copy forgets that it is not to (0013).
 */
const AT_REST = { role: NOBODY, jit: "off" };

/** Not `simple`: that protocol prepares nothing, and the driver chooses it for a statement without values. */
const PREPARED: UnsafeQueryOptions & { simple: boolean } = { prepare: true, simple: false };

interface Connecting {
  readonly url: string;
  readonly prepare: boolean;
  /** What else holds for the connection. A pooler takes none of it. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Whether it is kept as long as it stands, and not made anew within the hour: what it is in the middle of would be gone. */
  readonly forGood?: boolean;
}

/** One connection, made when it is first needed and again when it is lost. */
export const connectTo = ({ url, prepare, settings, forGood = false }: Connecting): Sql => {
  const client = postgres(url, {
    max: 1,
    prepare,
    ...(forGood && { max_lifetime: null }),
    connect_timeout: CONNECT_SECONDS,
    fetch_types: false,
    onnotice: () => {},
    connection: {
      application_name: "customer-credit-archive",
      TimeZone: "UTC",
      DateStyle: "ISO, YMD",
      ...settings,
    },
  });
  // Values are text already when the driver gets them (wire.ts): it has nothing left to guess.
  for (const type of Object.keys(client.options.serializers)) delete client.options.serializers[Number(type)];
  Object.assign(client.options.parsers, PARSERS);
  return client;
};

interface Client {
  unsafe(text: string, values?: readonly unknown[]): ReturnType<Sql["unsafe"]>;
  /** Of what no session asked for. */
  quietly(text: string): ReturnType<Sql["unsafe"]>;
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
    quietly: (text) => sql.unsafe(text),
    begin,
    savepoint: begin,
    // drizzle writes its own parsers into these; ours are kept apart.
    options: { parsers: {}, serializers: {} },
  };
};

const ormOver = (client: Client): PostgresqlOrm => drizzle(client as unknown as Sql, { schema: tables });

/** An orm in a transaction of its own, on a connection opened for it: statements are sent as they stand. */
export const inOneTransaction = async (url: string, work: (orm: PostgresqlOrm) => Promise<void>): Promise<void> => {
  const sql = connectTo({ url, prepare: false });
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

type Lane = ReturnType<typeof laneOver>;

/** As whom the database is asked, on whose account, and for how long at most. */
interface Asking {
  readonly standing: Standing;
  readonly holder: Holder;
  readonly timeouts: Timeouts;
}

/** A connection, and what drizzle writes through it. What sets up the wall is not heard: it is no statement of a session. */
const laneOver = (sql: Sql, options: Omit<PostgresqlOptions, "url">) => ({
  sql,
  orm: ormOver(clientOver(sql, options)),
  /** One transaction in one flight: should the first part fail, so do the others, and a lost connection is nobody's. */
  read: async ({ standing, timeouts }: Asking, text: string, values: readonly unknown[], shaped: boolean) => {
    const send = options.prepare === false ? {} : PREPARED;
    // Named after the role: the plan of a statement holds for one, and is made anew whenever another one runs it.
    const query = sql.unsafe(`${text} /* ${standing[0]} */`, values.map(toWire), send);
    const sent = [
      sql.unsafe(standing[0] === CHORE_ROLE ? "begin" : "begin read only", [], send),
      sql.unsafe(STAND_A_WHILE, [...standing, ...timeouts], send),
      shaped ? query : query.values(),
      sql.unsafe("commit", [], send),
    ];
    const settled = await Promise.allSettled(sent);
    for (const part of settled) if (part.status === "rejected") throw part.reason;
    return (settled[2] as PromiseFulfilledResult<unknown[]>).value;
  },
});

/** What drizzle takes for the answer of the driver: sent when it is waited for, as objects or as lists of values. */
const pending = (run: (shaped: boolean) => Promise<unknown[]>) => {
  const objects = (): Promise<unknown[]> => run(true);
  return {
    // biome-ignore lint/suspicious/noThenProperty: the driver's answers are waited for themselves
    then: (...then: Parameters<Promise<unknown[]>["then"]>) => objects().then(...then),
    values: () => run(false),
  };
};

/** A session whose every statement is a transaction of its own. */
const readingOver = (lanes: Lanes<Lane>, asking: Asking, onStatement: PostgresqlOptions["onStatement"]): Session => {
  const run = (text: string, values: readonly unknown[], shaped: boolean) => {
    onStatement?.(text);
    return lanes.alone((lane) => lane.read(asking, text, values, shaped), asking.holder);
  };
  const unsafe = (text: string, values: readonly unknown[] = []) => pending((shaped) => run(text, values, shaped));
  const client = { unsafe, options: { parsers: {}, serializers: {} } } as unknown as Client;
  let orm: PostgresqlOrm | undefined;
  return {
    get orm() {
      orm ??= ormOver(client);
      return orm;
    },
    rows: async <T>(text: string, values: readonly unknown[]) => [...(await run(text, values, true))] as T[],
  };
};

const writing = (lane: Lane, { standing, timeouts }: Asking, work: (session: Session) => Promise<unknown>) =>
  lane.orm.transaction(async (tx) => {
    const session = sessionOver(tx);
    const [statement, lock] = timeouts;
    const limits = `set local statement_timeout = '${statement}'; set local lock_timeout = '${lock}'`;
    await (tx._.session as unknown as { client: Client }).client.quietly(`${standStatements(standing)}; ${limits}`);
    return work(session);
  });

/** A pool of connections to a migrated database. */
export const openPostgresql = async (options: PostgresqlOptions): Promise<Database> => {
  const { url, pool = 10, prepare = true, patience, onStatement } = options;
  const connecting = { url, prepare, ...(prepare && { settings: AT_REST }) };
  const lanes = new Lanes(Array.from({ length: pool }, () => laneOver(connectTo(connecting), options)));
  const types = await lanes.alone(({ sql }) => sql.unsafe<{ element: number; type: number }[]>(ARRAY_TYPES));
  for (const { sql } of lanes.all) Object.assign(sql.options.parsers, arrayParsers(types));
  return {
    kind: "postgresql",
    vault: options.vault,
    withViewer: <T>(principal: Principal, access: Access, work: (session: Session) => Promise<T>, now?: Date) => {
      const asking: Asking = {
        standing: standingOf(principal, access, now),
        holder: isViewer(principal) ? principal.accountId : null,
        timeouts: timeoutsFor(principal, patience),
      };
      if (access !== "WRITE") return patiently(() => work(readingOver(lanes, asking, onStatement)));
      return patiently(() =>
        retried(() => lanes.alone((lane) => writing(lane, asking, work), asking.holder)),
      ) as Promise<T>;
    },
    close: async () => void (await Promise.all(lanes.all.map(({ sql }) => sql.end({ timeout: CLOSE_SECONDS })))),
  };
};
