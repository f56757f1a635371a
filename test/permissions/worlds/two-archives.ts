import { readFileSync } from "node:fs";
import type { ApolloServer, ApolloServerPlugin } from "@apollo/server";
import { buildSchema, type GraphQLSchema } from "graphql";
import { pino } from "pino";
import type { Classification } from "../../../src/auth/classified.js";
import type { Policy } from "../../../src/auth/policy.js";
import type { AccessEntry } from "../../../src/commands/ledger-entry.js";
import { idOf as operationId } from "../../../src/commands/operation-id.js";
import type { ReadLedger } from "../../../src/commands/read-ledger.js";
import { refreshFacts } from "../../../src/commands/refresh-facts.js";
import { type Config, readConfig } from "../../../src/config.js";
import type { BaseContext, RequestContext } from "../../../src/context.js";
import type { Database } from "../../../src/db/database.js";
import { todayIn } from "../../../src/domain/local-date.js";
import { createApollo } from "../../../src/execution/apollo.js";
import { Answers } from "../../../src/http/answers.js";
import { createApp } from "../../../src/http/app.js";
import { identityOn, SECRET } from "../../support/identity.js";
import { appendingOn, LEDGER_KEYS } from "../../support/ledger.js";
import { asOwner } from "../../support/owner.js";
import { SEEDED_AT, SEEDED_PASSWORD } from "../../support/seed.js";
import type { Eyes } from "../oracle/expected.js";
import { enterOtherWorld, type Kind } from "../oracle/other-world.js";
import { cellOf } from "../oracle/policy.js";
import { claimAcrossBranches, correctWhatWasClaimed, observeInstead, roleOf } from "../oracle/scene.js";
import { idOf, readWorld, type World } from "../oracle/stored.js";
import { openUndoable, type Undoable } from "./undoable.js";

/** What is sent, but for who sends it. */
export interface Request {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** As a registered report, answered as a table. */
  readonly csv?: boolean;
}

export interface Reply {
  readonly status: number;
  readonly text: string;
  /** The statements it took, in their order. */
  readonly sent: readonly string[];
  /** What the read ledger was told of it. */
  readonly entered: readonly string[];
}

/** An archive in this process: the server as it is but for its socket. */
export interface Side {
  readonly store: Undoable;
  /** The moment of all that was written since entering, as answers say it. */
  startedAt(): string;
  ask(username: string, request: Request): Promise<Reply>;
}

/** One archive twice, the second of which can become another world for somebody. */
export interface TwoArchives {
  readonly here: Side;
  readonly there: Side;
  readonly world: World;
  /** What the running archives decide by: whoever changes a grade in it changes the policy. */
  classification(): ReadonlyMap<string, Classification>;
  readonly schema: GraphQLSchema;
  /** The ids of all that is stored from the beginning. */
  readonly known: ReadonlySet<string>;
  eyes(username: string): Eyes;
  /** Whether anything is shown masked to somebody. */
  masks(username: string): boolean;
  /** From here on `there` differs in what somebody may not see; how many rows differ. */
  enter(username: string, kind: Kind): Promise<number>;
  /** Undoes what was written since entering, in both. */
  undo(): Promise<void>;
  /** Whether both answer without their second wall. */
  passTheWall(isPast: boolean): Promise<void>;
  /** Both are again as they were before entering. */
  leave(): Promise<void>;
  close(): Promise<void>;
}

const LIMITS = { MAX_COST: "1000000", MAX_ALIASES: "500", MAX_DEPTH: "40" };
const CLEARED = ["CONTACT", "IDENTITY", "COMMERCIAL", "FINANCIAL", "CREDIT"];
const SESSION = /"session"/;

interface Shared {
  readonly apollo: ApolloServer<BaseContext>;
  readonly policyVersion: string;
  readonly config: Config;
  readonly registered: Map<string, string>;
}

const appOver = async (
  { apollo, policyVersion, config, registered }: Shared,
  { database, identity, ledger }: Pick<BaseContext, "database" | "identity" | "ledger">,
) =>
  createApp({
    apollo,
    log: pino({ level: "silent" }),
    now: () => SEEDED_AT,
    base: { database, identity, ledger },
    answers: new Answers(
      () => SEEDED_AT,
      () => {},
    ),
    policyVersion,
    purposeRequired: config.purposeRequired,
    operations: {
      accepted: "any",
      registered: {
        read: async (id) => {
          const body = registered.get(id);
          return body === undefined ? null : { id, name: "Report", body };
        },
        forget: () => {},
      },
    },
    bodyBytes: config.limits.bodyBytes,
    importBytes: config.limits.importBytes,
    wakeImports: () => {},
    corsOrigins: [],
    proxies: 0,
    explorer: null,
    isStopping: () => false,
  });

/** A read ledger that only listens. What names a request, and not what was read, is of that request alone. */
const heardBy = (entered: string[]): ReadLedger => {
  const note = (entry: AccessEntry): void => {
    const { requestId: _, ...told } = entry as AccessEntry & { requestId?: string };
    entered.push(JSON.stringify(told, (_key, value) => (value instanceof Set ? [...value].sort() : value)));
  };
  return {
    keys: LEDGER_KEYS,
    note,
    write: async (entry) => note(entry),
    settled: async () => {},
    stop: async () => {},
  };
};

/** Each account signs in once, here; the sign-in stands there, too. */
const LOGIN = "mutation ($input: LoginInput!) { login(input: $input) { token } }";

const sideOf = async (shared: Shared, tokens: Map<string, string>) => {
  const statements: string[] = [];
  const store = await openUndoable((text) => void statements.push(text));
  const identity = await identityOn(store.database);
  const entered: string[] = [];
  const app = await appOver(shared, { database: store.database, identity, ledger: heardBy(entered) });
  const post = (body: object, headers: Readonly<Record<string, string>>) =>
    app.inject({
      method: "POST",
      url: "/graphql",
      headers: { "content-type": "application/json", accept: "application/json", ...headers },
      payload: JSON.stringify(body),
    });
  const signIn = async (username: string): Promise<void> => {
    const { body } = await post({ query: LOGIN, variables: { input: { username, password: SEEDED_PASSWORD } } }, {});
    tokens.set(username, JSON.parse(body).data.login.token);
  };
  const ask: Side["ask"] = async (username, { query, variables, headers = {}, csv = false }) => {
    const id = operationId(query);
    if (csv) shared.registered.set(id, query);
    statements.length = 0;
    entered.length = 0;
    const { statusCode, body } = await post(csv ? { documentId: id, variables } : { query, variables }, {
      authorization: `Bearer ${tokens.get(username)}`,
      ...(csv ? { accept: "text/csv" } : {}),
      ...headers,
    });
    await store.settled();
    return {
      status: statusCode,
      text: body,
      sent: statements.filter((text) => !SESSION.test(text)),
      entered: [...entered],
    };
  };
  let startedAt = "";
  const begin = async (): Promise<void> => {
    await store.begin();
    startedAt = await store.transactionTime();
  };
  return { store, app, ask, signIn, begin, startedAt: () => startedAt };
};

const rowsOf = (database: Database, text: string, values: readonly unknown[] = []) =>
  asOwner(database, text, values) as Promise<{ row: object }[]>;

/** The same rows in another database. */
const copyRows = async (table: string, from: Database, to: Database): Promise<void> => {
  const found = await rowsOf(from, `select row_to_json(t) as row from ${table} t`);
  const json = JSON.stringify(found.map(({ row }) => row));
  const copy = `insert into ${table} overriding system value select * from json_populate_recordset(null::${table}, $1::text::json)`;
  await rowsOf(to, copy, [json]);
};

const VIEWED = ["auditor", "compliance", "reviewer", "clerk"];

/** What some accounts read before: else whoever may ask the read ledger would find it empty. */
const readBefore = async (database: Database): Promise<void> => {
  const ledger = appendingOn(database);
  const accounts = await rowsOf(
    database,
    "select json_build_object('id', id, 'username', username) as row from account",
  );
  const idOfAccount = (name: string) =>
    (accounts as { row: { id?: string; username?: string } }[]).find(({ row }) => row.username === name)?.row.id;
  for (const [at, name] of VIEWED.entries()) {
    const role = roleOf(name);
    await ledger.write({
      viewer: { accountId: idOfAccount(name), role, roles: [role] },
      occurredAt: new Date(SEEDED_AT.getTime() - at * 60_000),
      purpose: at % 2 === 0 ? "AUDIT" : null,
      exit: "GRAPHQL",
      outcome: at === 3 ? "REFUSED" : "ANSWERED",
      code: at === 3 ? "FORBIDDEN" : null,
      operation: { name: `Read${at}`, hash: String(at).repeat(64), registered: at === 0 },
      policyVersion: "1",
      reads: [{ coordinate: "ContactRecord.mobile", use: "project", grade: "CONTACT", level: "FULL" }],
      customers: new Set([`0000000${at}-0000-4000-8000-000000000000`]),
    } as never);
  }
  await ledger.stop();
};

const refreshed = (database: Database) =>
  refreshFacts({ database, now: SEEDED_AT, timeZone: "Asia/Shanghai" } as never);

/** The policy that answers are made by, once one was made: Apollo hands the context of requests on as a copy. */
const policyHeard = (apollo: ApolloServer<BaseContext>): (() => Policy) => {
  let policy: Policy | undefined;
  const { plugins } = (apollo as unknown as { internals: { plugins: ApolloServerPlugin<BaseContext>[] } }).internals;
  plugins.push({
    requestDidStart: async () => ({
      willSendResponse: async ({ contextValue }) => {
        policy = (contextValue as Partial<RequestContext>).policy ?? policy;
      },
    }),
  });
  return () => {
    if (policy === undefined) throw new Error("nothing was asked yet");
    return policy;
  };
};

/** @param usernames who will ask */
export const openTwoArchives = async (usernames: readonly string[]): Promise<TwoArchives> => {
  const config = readConfig({ PORT: "0", REPORT_MEMORY_DAYS: "0", ...LIMITS });
  const nonce = () => Buffer.alloc(12);
  const { apollo, policyVersion } = await createApollo({
    config,
    secret: SECRET,
    log: pino({ level: "silent" }),
    nonce,
  });
  const policy = policyHeard(apollo);
  const shared = { apollo, policyVersion, config, registered: new Map<string, string>() };
  const tokens = new Map<string, string>();
  const here = await sideOf(shared, tokens);
  const there = await sideOf(shared, tokens);
  const sides = [here, there];
  for (const username of usernames) await here.signIn(username);
  await readBefore(here.store.database);
  for (const table of ["session", "access_read", "access_event"])
    await copyRows(table, here.store.database, there.store.database);
  for (const { store } of sides) {
    await claimAcrossBranches(store.database);
    await observeInstead(store.database);
    await correctWhatWasClaimed(store.database);
    await refreshed(store.database);
  }
  const world = await readWorld(here.store.database, SEEDED_AT);
  const known = new Set(
    Object.entries(world.all).flatMap(([table, rows]) =>
      rows.flatMap(({ id }) => (id === undefined ? [] : [id, idOf(table as "customer", id)])),
    ),
  );
  const eyes = (username: string): Eyes => ({
    world,
    role: roleOf(username),
    accountId: world.account(username).id,
    today: todayIn("Asia/Shanghai", SEEDED_AT),
  });
  let entered = "";
  let differing = 0;
  return {
    here,
    there,
    world,
    classification: () => policy().classification,
    schema: buildSchema(readFileSync("schema.graphql", "utf8")),
    known,
    eyes,
    masks: (username) => CLEARED.some((grade) => cellOf(roleOf(username), grade).endsWith("M")),
    enter: async (username, kind) => {
      const other = `${username} ${kind}`;
      if (entered !== other)
        await there.store.become(async () => {
          differing = await enterOtherWorld(there.store.database, eyes(username), kind);
          await refreshed(there.store.database);
        });
      entered = other;
      for (const { begin, store } of sides) {
        await begin();
        await store.mark();
      }
      return differing;
    },
    undo: async () => {
      for (const { store } of sides) await store.undo();
    },
    passTheWall: async (isPast) => {
      for (const { store } of sides) await store.passTheWall(isPast);
    },
    leave: async () => {
      for (const { store } of sides) await store.end();
    },
    close: async () => {
      await apollo.stop();
      for (const { app, store } of sides) {
        await app.close();
        await store.database.close();
      }
    },
  };
};
