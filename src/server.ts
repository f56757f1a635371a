import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import type { Identity } from "./commands/identity.js";
import { persistedOperations } from "./commands/persisted-operations.js";
import type { ReadLedger } from "./commands/read-ledger.js";
import type { Config } from "./config.js";
import type { Database } from "./db/database.js";
import type { GraphqlServer } from "./execution/apollo.js";
import type { Answers } from "./http/answers.js";
import { createApp } from "./http/app.js";
import type { DemoSignIn } from "./http/explorer.js";
import type { Logger } from "./http/log.js";

/** How long running requests may take to finish once the server is told to stop. */
const GRACE_MS = 10_000;

export interface ServerDeps extends GraphqlServer {
  readonly database: Database;
  readonly identity: Identity;
  readonly ledger: ReadLedger;
  readonly log: Logger;
  readonly demo: DemoSignIn | null;
  readonly now?: () => Date;
  /** Starts the chores that wait for a write, and tells them what is answered. */
  readonly answers: Answers;
  /** Starts the import of what was uploaded. */
  readonly wakeImports: () => void;
}

export interface RunningServer {
  readonly url: string;
  /** Takes no new requests, lets running ones finish, closes. The database is its opener's to close. */
  stop(): Promise<void>;
}

/** What one types into a browser: "every address" and the loopback address are both reached as localhost. */
const urlOf = (app: FastifyInstance): string => {
  const { address, port, family } = app.server.address() as AddressInfo;
  const everywhere = ["127.0.0.1", "0.0.0.0", "::", "::1"].includes(address);
  return `http://${everywhere ? "localhost" : family === "IPv6" ? `[${address}]` : address}:${port}`;
};

const finish = async (app: FastifyInstance): Promise<void> => {
  const closed = app.close();
  await Promise.race([closed, delay(GRACE_MS, undefined, { ref: false })]);
  app.server.closeAllConnections();
  await closed;
};

export const startServer = async (config: Config, deps: ServerDeps): Promise<RunningServer> => {
  const { apollo, policyVersion, database, identity, ledger, log, demo, answers, now = () => new Date() } = deps;
  let stopping = false;
  const app = await createApp({
    apollo,
    log,
    now,
    base: { database, identity, ledger },
    answers,
    policyVersion,
    purposeRequired: config.purposeRequired,
    operations: { accepted: config.operations, registered: persistedOperations(database) },
    bodyBytes: config.limits.bodyBytes,
    importBytes: config.limits.importBytes,
    wakeImports: deps.wakeImports,
    corsOrigins: config.corsOrigins,
    proxies: config.proxies,
    explorer: config.explorer ? { demo: config.production ? null : demo } : null,
    isStopping: () => stopping,
  });
  await app.listen({ port: config.port, host: config.host });
  return {
    url: urlOf(app),
    stop: async () => {
      stopping = true;
      await finish(app);
      await apollo.stop();
    },
  };
};
