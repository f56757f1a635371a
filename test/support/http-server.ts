import type { ApolloServer } from "@apollo/server";
import { type Logger, pino } from "pino";
import { readConfig } from "../../src/config.js";
import type { BaseContext } from "../../src/context.js";
import type { Database } from "../../src/db/database.js";
import { createApollo } from "../../src/execution/apollo.js";
import { Answers } from "../../src/http/answers.js";
import type { DemoSignIn } from "../../src/http/explorer.js";
import { type RunningServer, startServer } from "../../src/server.js";
import { identityOn, SECRET } from "./identity.js";
import { appendingOn } from "./ledger.js";

interface Wanted {
  readonly env?: Record<string, string>;
  readonly demo?: DemoSignIn;
  readonly log?: Logger;
  readonly apollo?: ApolloServer<BaseContext>;
  readonly now?: () => Date;
}

/** A server of a test's own, on a port that is free. */
export const startTestServer = async (database: Database, wanted: Wanted = {}): Promise<RunningServer> => {
  const { env, demo = null, log = pino({ level: "silent" }), now } = wanted;
  const config = readConfig({ PORT: "0", ...env });
  const identity = await identityOn(database, config.production);
  const ledger = appendingOn(database);
  const graphql = await createApollo({ config, secret: SECRET, log });
  const server = await startServer(config, {
    ...graphql,
    ...(wanted.apollo && { apollo: wanted.apollo }),
    database,
    ledger,
    identity,
    log,
    demo,
    answers: new Answers(now ?? (() => new Date()), () => {}),
    wakeImports: () => {},
    ...(now ? { now } : {}),
  });
  return { ...server, stop: () => server.stop().finally(() => ledger.stop()) };
};
