import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import type { GatewayInterface } from "@apollo/server-gateway-interface";
import { type ExecutionResult, execute, type GraphQLError } from "graphql";
import type { Logger } from "pino";
import { cursorCodec } from "../auth/cursor.js";
import { isViewer } from "../auth/viewer.js";
import type { Config } from "../config.js";
import type { BaseContext, RequestContext } from "../context.js";
import { Refusal } from "../domain/refusal.js";
import { faultOf } from "../fault.js";
import { errorFormatter, isOfGraphql, refusalIn, withStatus } from "./errors.js";
import { executorOf } from "./executor.js";
import { isIntrospection } from "./introspection.js";
import { MOST_TOKENS } from "./limits.js";
import { preparer } from "./prepare.js";
import { recording } from "./recording.js";
import { type SecuredSchema, securedSchema } from "./secured-schema.js";
import { asRefusedNull } from "./variables.js";
import { isStrict, wholeOrNothing } from "./whole-or-nothing.js";

export interface ApolloOptions {
  readonly config: Pick<
    Config,
    "debugErrors" | "limits" | "businessTimeZone" | "fourEyes" | "purposeRequired" | "reportMemoryDays"
  >;
  /** What cursors are sealed with. */
  readonly secret: string | Uint8Array;
  readonly log: Logger;
  /** Randomness of cursors, where it is not the usual one: tests compare them. */
  readonly nonce?: (() => Buffer) | undefined;
}

/**
 * A GET has to carry one of these. Another site's page cannot have a browser send them unasked; a sign-in never rides along
 * by itself, as there are no cookies. urql asks by GET, with nothing but its token.
 */
const NOT_OF_A_FORM = ["authorization", "apollo-require-preflight", "x-apollo-operation-name"];

const preparing = (options: ApolloOptions, secured: SecuredSchema): ApolloServerPlugin<BaseContext> => {
  const { config, secret, nonce } = options;
  const prepare = preparer({
    secured,
    cursors: cursorCodec(secret, secured.policy.version, nonce),
    limits: config.limits,
    timeZone: config.businessTimeZone,
    fourEyes: config.fourEyes,
    purposeRequired: config.purposeRequired,
    reportMemoryDays: config.reportMemoryDays,
  });
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ contextValue, document, operation, request }) => {
        if (operation === undefined)
          throw withStatus(new Refusal("BAD_USER_INPUT", "`operationName` has to name one operation of the document."));
        contextValue.operationName ??= operation.name?.value ?? null;
        try {
          const strict = isStrict(request.http?.headers.get("x-disclosure"));
          isIntrospection(document);
          await prepare(contextValue, { document, definition: operation, variables: request.variables ?? {}, strict });
        } catch (error) {
          throw withStatus(error);
        }
      },
    }),
  };
};

/** What was not shown in full, once per coordinate: its size does not depend on rows. */
const disclosing: ApolloServerPlugin<BaseContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue, response }) => {
      const { plan } = contextValue as Partial<RequestContext>;
      if (response.body.kind !== "single" || plan === undefined || plan.disclosures.length === 0) return;
      const { singleResult } = response.body;
      if (singleResult.data == null) return;
      singleResult.extensions = { ...singleResult.extensions, disclosures: plan.disclosures };
    },
  }),
};

/** The schema is told to whoever is signed in (introspection.ts); a complaint that names its parts tells it, too. */
const tellingNobody: ApolloServerPlugin<BaseContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue, response }) => {
      if (isViewer(contextValue.principal) || response.body.kind !== "single") return;
      for (const { extensions } of response.body.singleResult.errors ?? [])
        if (extensions?.rule !== undefined) delete extensions.help;
    },
  }),
};

/** Bugs are logged by name and place: their messages hold SQL and parameters. */
const logging = (log: Logger): ApolloServerPlugin<BaseContext> => ({
  requestDidStart: async () => ({
    didEncounterErrors: async ({ errors, contextValue }) => {
      for (const error of errors) {
        if (refusalIn(error) || isOfGraphql(error.extensions)) continue;
        log.error({ requestId: contextValue.requestId, fault: faultOf(error.originalError ?? error) }, "a bug");
      }
    },
  }),
});

/** Arguments of the schema's own fields are read as it is told, and by nobody before. */
const tellingNulls = (
  { errors, ...told }: ExecutionResult,
  variables: RequestContext["variables"],
): ExecutionResult => {
  if (errors === undefined) return told;
  return { ...told, errors: errors.map((error) => withStatus(asRefusedNull(error, variables)) as GraphQLError) };
};

/** graphql-jit takes Apollo's place of execution by posing as a gateway. */
const gatewayOver = ({ schema, schemaOf }: SecuredSchema): GatewayInterface => {
  const run = executorOf(schema);
  return {
    load: async () => ({
      executor: async ({ document, request, context, operationName }) => {
        const { variables: coerced, plan, persisted } = context as RequestContext;
        const { variables = {} } = request;
        if (isIntrospection(document)) {
          const asked = { document, operationName: operationName ?? null, variableValues: variables };
          return tellingNulls(await execute({ ...asked, schema: schemaOf(plan.role) }), coerced) as never;
        }
        const trusted = persisted !== null;
        const name = operationName ?? null;
        return run({ document, operationName: name, variables, coerced, context, plan, trusted }) as never;
      },
    }),
    onSchemaLoadOrUpdate: (report) => {
      report({ apiSchema: schema, coreSupergraphSdl: "" });
      return () => {};
    },
    stop: async () => {},
  };
};

export interface GraphqlServer {
  readonly apollo: ApolloServer<BaseContext>;
  /** Of the policy it follows. */
  readonly policyVersion: string;
}

/** The GraphQL server: permission layer on, compiled execution, one error formatter. */
export const createApollo = async (
  options: ApolloOptions,
  building: Promise<SecuredSchema> = securedSchema(),
): Promise<GraphqlServer> => {
  const secured = await building;
  const apollo = new ApolloServer<BaseContext>({
    gateway: gatewayOver(secured),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    allowBatchedHttpRequests: false,
    csrfPrevention: { requestHeaders: NOT_OF_A_FORM },
    persistedQueries: false,
    parseOptions: { maxTokens: MOST_TOKENS },
    stopOnTerminationSignals: false,
    formatError: errorFormatter(options.config.debugErrors),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      logging(options.log),
      preparing(options, secured),
      disclosing,
      wholeOrNothing,
      tellingNobody,
      // The last: what it drops is whole.
      recording(secured.policy),
    ],
  });
  await apollo.start();
  return { apollo, policyVersion: secured.policy.version };
};
