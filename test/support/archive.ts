import { AsyncLocalStorage } from "node:async_hooks";
import { type Logger, pino } from "pino";
import { openIdProvider } from "../../src/auth/openid.js";
import type { KeySource } from "../../src/auth/openid-keys.js";
import { SYSTEM } from "../../src/auth/viewer.js";
import type { Chore } from "../../src/commands/chore.js";
import { AFTER_WRITE, AS_TIME_PASSES, IN_THE_BACKGROUND } from "../../src/commands/chores.js";
import type { ReadLedger } from "../../src/commands/read-ledger.js";
import { sealingWith } from "../../src/commands/seal-ledger.js";
import { readConfig } from "../../src/config.js";
import type { Database } from "../../src/db/database.js";
import type { Vault } from "../../src/db/encryption/vault.js";
import type { Patience } from "../../src/db/patience.js";
import { createApollo } from "../../src/execution/apollo.js";
import { type SecuredSchema, securedSchema } from "../../src/execution/secured-schema.js";
import { Answers } from "../../src/http/answers.js";
import { startChores } from "../../src/process/chores.js";
import { startServer } from "../../src/server.js";
import { openTestDatabase } from "./database.js";
import { identityOn, SECRET } from "./identity.js";
import { isOfLedger, LEDGER_KEYS, ledgerOn } from "./ledger.js";
import { SEEDED_AT, SEEDED_PASSWORD } from "./seed.js";
import { testVault } from "./vault.js";

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what a test asks for is what it knows the form of
  readonly data?: any;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string } & Record<string, unknown>;
  }[];
  readonly extensions?: { readonly disclosures?: readonly Disclosed[] };
  /** The body as it came, byte for byte. */
  readonly text: string;
}

export interface Disclosed {
  readonly path: string;
  readonly coordinate: string;
  readonly level: string;
  readonly grade: string;
  readonly clause: string;
  readonly texts?: readonly { readonly category: string; readonly field: string | null; readonly level: string }[];
}

/** The archive as it is run, over HTTP, on a database of the test's own that holds the demo data. */
export interface Archive {
  readonly url: string;
  readonly database: Database;
  readonly ledger: ReadLedger;
  /** Every data statement sent since the last `sent()`: signing in, looking up sessions, the read ledger and chores left out. */
  sent(): string[];
  /** Asks as a demo account, by its username (lower-case role, or collector2 …); null asks without signing in. */
  ask(username: string | null, query: string, variables?: object, headers?: Record<string, string>): Promise<Answer>;
  /** Sends a body as it stands, as a demo account or without signing in. */
  send(username: string | null, body: object, headers?: Record<string, string>): Promise<Answer>;
  /** A demo account's `authorization`, for what is asked of another server on the same database. */
  bearer(username: string): Promise<Record<string, string>>;
  /** Once all that follows a write is done: contradictions found, lapsed claims reopened. Throws what failed of it. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** A chore known for one: they run one after another, and between them no promise is followed, which costs each of them. */
const knownAs =
  (chore: AsyncLocalStorage<true>, run: Chore): Chore =>
  (given) =>
    chore.run(true, () => run(given)).finally(() => chore.disable());

const isSessionLookup = (text: string): boolean => text.includes('"session"');

/**
 * What is asked of it reads only: a write that is let through ends before it has begun. And it reads past the second wall, which
 * would hold what the first lets through.
 */
const withoutWrites = (database: Database): Database => ({
  ...database,
  withViewer: (principal, access, work, now) =>
    access === "WRITE" && principal !== SYSTEM
      ? Promise.reject(new Error("nothing is written here"))
      : database.withViewer(SYSTEM, access, work, now),
});

/** The clock stands at the moment the demo data was made for, unless `now` says otherwise: its claims are live then. */
export const openArchive = async ({
  now = () => SEEDED_AT,
  env = {},
  keys = {},
  wrapped = (ledger) => ledger,
  secured = securedSchema(),
  readOnly = false,
  log = pino({ level: "silent" }),
  vault = testVault(),
  patience,
}: {
  now?: () => Date;
  env?: Record<string, string>;
  /** How the keys of an identity provider are kept, where `env` names one. */
  keys?: Partial<KeySource>;
  /** Something in the place of the read ledger. */
  wrapped?: (ledger: ReadLedger) => ReadLedger;
  /** The schema with its walls, where a test has one of its own. */
  secured?: Promise<SecuredSchema>;
  readOnly?: boolean;
  log?: Logger;
  /** With what the database is read and written. */
  vault?: Vault;
  /** How long PostgreSQL works and waits for whoever is served. */
  patience?: Patience;
} = {}): Promise<Archive> => {
  const statements: string[] = [];
  // What is done after a write is not what was asked: it is not among the statements of whoever asks next.
  const chore = new AsyncLocalStorage<true>();
  const heard = (text: string): void => void (chore.getStore() ?? statements.push(text));
  const database = await openTestDatabase({ seeded: true, vault, onStatement: heard, ...(patience && { patience }) });
  // Tests ask of one account what no viewer asks: that reports are held against each other has tests of its own.
  const config = readConfig({ PORT: "0", REPORT_MEMORY_DAYS: "0", ...env });
  const identity = await identityOn(
    database,
    config.production,
    config.oidc && openIdProvider(config.oidc, { onFailure: () => {}, ...keys }),
  );
  const graphql = await createApollo({ config, secret: SECRET, log }, secured);
  const ledger = await ledgerOn(database);
  const unheard = (chores: Readonly<Record<string, Chore>>) =>
    Object.fromEntries(Object.entries(chores).map(([name, run]): [string, Chore] => [name, knownAs(chore, run)]));
  const failures: unknown[] = [];
  const answers: Answers = new Answers(now, () => chores.wake());
  const chores = startChores({
    afterWrite: unheard({ ...AFTER_WRITE, ...IN_THE_BACKGROUND }),
    asTimePasses: unheard({ ...AS_TIME_PASSES, sealLedger: sealingWith(LEDGER_KEYS) }),
    context: () => ({
      database,
      now: now(),
      timeZone: config.businessTimeZone,
      fourEyes: config.fourEyes,
      answeredUntil: () => answers.answeredUntil(),
    }),
    everyMs: 3_600_000,
    onFailure: (_chore, error) => void failures.push(error),
  });
  await chores.settled();
  statements.length = 0;
  const server = await startServer(config, {
    ...graphql,
    database: readOnly ? withoutWrites(database) : database,
    identity,
    ledger: wrapped(ledger),
    log,
    demo: null,
    now,
    answers,
    wakeImports: chores.wake,
  });
  const tokens = new Map<string, string>();

  const post = async (body: object, headers: Record<string, string>): Promise<Answer> => {
    const response = await fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json", ...headers },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, text, ...JSON.parse(text) };
  };

  const tokenOf = async (username: string): Promise<string> => {
    const known = tokens.get(username);
    if (known !== undefined) return known;
    const query = "mutation ($input: LoginInput!) { login(input: $input) { token } }";
    const before = statements.length;
    const { data, text } = await post({ query, variables: { input: { username, password: SEEDED_PASSWORD } } }, {});
    if (!data) throw new Error(text);
    statements.length = before;
    tokens.set(username, data.login.token);
    return data.login.token;
  };

  const bearer = async (username: string) => ({ authorization: `Bearer ${await tokenOf(username)}` });
  const send: Archive["send"] = async (username, body, headers = {}) =>
    post(body, { ...(username === null ? {} : await bearer(username)), ...headers });

  return {
    url: server.url,
    database,
    ledger,
    bearer,
    send,
    sent: () => statements.splice(0).filter((text) => !isSessionLookup(text) && !isOfLedger(text)),
    ask: (username, query, variables = {}, headers = {}) => send(username, { query, variables }, headers),
    settled: async () => {
      await ledger.settled();
      chores.tick();
      await chores.settled();
      if (failures.length > 0) throw failures[0];
    },
    close: async () => {
      await server.stop();
      await chores.stop();
      await ledger.stop();
      await database.close();
    },
  };
};
