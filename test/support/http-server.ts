import "reflect-metadata";
import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { GraphQLError } from "graphql";
import { type Logger, pino } from "pino";
import { buildSchema } from "type-graphql";
import type { Config } from "../../src/config.js";
import { readConfig } from "../../src/config.js";
import type { BaseContext } from "../../src/context.js";
import type { Database } from "../../src/db/database.js";
import { REFUSALS, Refusal } from "../../src/domain/refusal.js";
import type { DemoSignIn } from "../../src/http/explorer.js";
import { SessionResolver } from "../../src/resolvers/session.js";
import "../../src/schema/enums.js";
import { ViewerResolver } from "../../src/resolvers/viewer.js";
import { type RunningServer, startServer } from "../../src/server.js";
import { identityOn } from "./identity.js";

const formatError: ConstructorParameters<typeof ApolloServer>[0]["formatError"] = (formatted, error) => {
  const cause = error instanceof GraphQLError ? error.originalError : undefined;
  return cause instanceof Refusal ? { message: cause.message, extensions: { code: cause.code } } : formatted;
};

/** Refusals with the status they carry, as the archive's own server has it. */
const refusalStatus = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response, errors }: { response: { http: { status?: number } }; errors?: unknown }) => {
      const [first] = (errors ?? []) as GraphQLError[];
      if (first?.originalError instanceof Refusal) response.http.status = REFUSALS[first.originalError.code];
    },
  }),
};

/** The part of the schema that signs in and out, on a stock Apollo server: enough to test what HTTP does. */
export const createSessionApollo = async (): Promise<ApolloServer<BaseContext>> => {
  const schema = await buildSchema({ resolvers: [SessionResolver, ViewerResolver], validate: false });
  const plugins = [ApolloServerPluginLandingPageDisabled(), refusalStatus];
  const apollo = new ApolloServer<BaseContext>({ schema, plugins, formatError, stopOnTerminationSignals: false });
  await apollo.start();
  return apollo;
};

interface Wanted {
  readonly env?: Record<string, string>;
  readonly demo?: DemoSignIn;
  readonly log?: Logger;
  readonly apollo?: ApolloServer<BaseContext>;
  readonly now?: () => Date;
}

/** A server of a test's own, on a port that is free. */
export const startTestServer = async (database: Database, wanted: Wanted = {}): Promise<RunningServer> => {
  const { env, demo = null, log = pino({ level: "silent" }), apollo = await createSessionApollo(), now } = wanted;
  const config: Config = readConfig({ PORT: "0", ...env });
  const identity = await identityOn(database, config.production);
  return startServer(config, { apollo, database, identity, log, demo, ...(now ? { now } : {}) });
};
