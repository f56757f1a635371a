import { isViewer, type Principal } from "../auth/viewer.js";
import { connectTo } from "./connection.js";
import type { Database, Session } from "./database.js";
import type { Vault } from "./encryption/vault.js";
import { type Asking, type Client, Lane, ormOver, type PostgresqlOrm, type Transactional } from "./lane.js";
import { type Patience, patiently, timeoutsFor } from "./patience.js";
import { retried } from "./retry.js";
import { type Access, NOBODY } from "./wall/database-role.js";
import { Lanes } from "./wall/lanes.js";
import { standingOf, standStatements } from "./wall/standing.js";
import { ARRAY_TYPES, arrayParsers } from "./wire.js";

interface PostgresqlOptions {
  readonly url: string;
  /** Named statements: three times the throughput, refused by poolers that hand out sessions per transaction. */
  readonly prepare?: boolean;
  readonly pool?: number;
  readonly onStatement?: (text: string) => void;
  readonly vault: Vault;
  /** Without it every statement takes as long as it takes. */
  readonly patience?: Patience;
}

/**
 * Until it stands for somebody it is nobody's. With the policies of the second wall statements look dear enough to be
 * compiled, which takes seconds where they take milliseconds; a database made as a copy forgets that it is not to (0013).
 */
const AT_REST = { role: NOBODY, jit: "off" };

/** drizzle keeps the client it was given: in a transaction, the one of that transaction. */
const sessionOver = (orm: PostgresqlOrm | Transactional): Session => {
  const { client } = orm._.session as unknown as { client: Client };
  return {
    orm,
    rows: async <T>(text: string, values: readonly unknown[]) => [...(await client.unsafe(text, values))] as T[],
  };
};

/** What drizzle takes for the answer of the driver: sent when it is waited for, as objects or as lists of values. */
const pending = (run: (shaped: boolean) => Promise<unknown[]>) => {
  const objects = (): Promise<unknown[]> => run(true);
  return {
    // biome-ignore lint/suspicious/noThenProperty: the driver's answers are waited for themselves
    then: (...then: Parameters<Promise<unknown[]>["then"]>) => objects().then(...then),
    values: () => run(false),
  };
};

type Alone = Lanes<Lane>["alone"];

/** A session whose every statement is a transaction of its own. */
const readingOver = (alone: Alone, asking: Asking, onStatement: PostgresqlOptions["onStatement"]): Session => {
  const run = (text: string, values: readonly unknown[], shaped: boolean) => {
    onStatement?.(text);
    return alone((lane) => lane.read(asking, text, values, shaped), asking.holder);
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
  let ofArrays = {};
  const connect = () => {
    const sql = connectTo({ url, prepare, ...(prepare && { settings: AT_REST }) });
    Object.assign(sql.options.parsers, ofArrays);
    return sql;
  };
  const lanes = new Lanes(Array.from({ length: pool }, () => new Lane({ connect, prepare, onStatement })));
  const alone: Alone = (work, holder) => lanes.alone(async (lane) => work(await lane.renewed()), holder);
  const types = await alone(({ sql }) => sql.unsafe<{ element: number; type: number }[]>(ARRAY_TYPES));
  ofArrays = arrayParsers(types);
  for (const { sql } of lanes.all) Object.assign(sql.options.parsers, ofArrays);
  return {
    kind: "postgresql",
    vault: options.vault,
    withViewer: <T>(principal: Principal, access: Access, work: (session: Session) => Promise<T>, now?: Date) => {
      const asking: Asking = {
        standing: standingOf(principal, access, now),
        holder: isViewer(principal) ? principal.accountId : null,
        timeouts: timeoutsFor(principal, patience),
      };
      if (access !== "WRITE") return patiently(() => work(readingOver(alone, asking, onStatement)));
      return patiently(() => retried(() => alone((lane) => writing(lane, asking, work), asking.holder))) as Promise<T>;
    },
    close: async () => void (await Promise.all(lanes.all.map((lane) => lane.close()))),
  };
};
