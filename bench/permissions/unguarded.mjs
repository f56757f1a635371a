import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import { askedBy } from "../../dist/auth/asked.js";
import { FULL } from "../../dist/auth/verdict.js";
import { bindLists } from "../../dist/db/selection/arguments.js";
import { Reads } from "../../dist/db/selection/reads.js";
import { StatementCache } from "../../dist/db/selection/statement-cache.js";
import { decryptLeaves } from "../../dist/execution/decrypt-leaves.js";
import { executorOf } from "../../dist/execution/executor.js";
import { checkCost } from "../../dist/execution/limits.js";
import { operationOf } from "../../dist/execution/plans.js";
import { readRelations } from "../../dist/execution/read-relations.js";
import { coerceVariables } from "../../dist/execution/variables.js";
import { archiveSchema } from "../../dist/resolvers/index.js";
import { fromNodeId } from "../../dist/schema/node-id.js";

/** Everything is shown, nothing is asked: plain columns. */
const planOf = (schema, document, definition) => ({
  role: null,
  roots: askedBy(operationOf(schema, document, definition, {})),
  disclosures: [],
  verdict: () => FULL,
  gradeOf: () => "PUBLIC",
  texts: (_, categories) => categories.map((category) => ({ category, field: null, weights: [], verdict: FULL })),
  disclosed: () => FULL,
  verdictOfContent: () => FULL,
  seesInFull: () => true,
  mayPass: () => true,
  demand: async () => {},
});

const preparing = (schema, limits, cursors) => {
  const plans = new WeakMap();
  const statements = new StatementCache();
  return ({ document, operation, contextValue }) => {
    const variables = coerceVariables(schema, operation, {});
    const plan = plans.get(document) ?? planOf(schema, document, operation);
    plans.set(document, plan);
    const bound = bindLists(plan.roots, variables, { storedFor: fromNodeId, openCursor: () => null });
    checkCost(plan.roots, bound.lists, limits);
    const { database, principal, now, touched } = contextValue;
    const reads = new Reads({
      database,
      principal,
      plan,
      bound,
      statements,
      cursors,
      now,
      today: now.toISOString().slice(0, 10),
      touched,
      withheld: null,
    });
    Object.assign(contextValue, { plan, reads, variables });
  };
};

/** The same server with the whole permission layer taken out: no rules, no guards, no walk, no verdicts, no disclosures. */
export const unguarded = async ({ limits, cursors }) => {
  const schema = await archiveSchema();
  readRelations(schema);
  decryptLeaves(schema);
  const run = executorOf(schema);
  const prepare = preparing(schema, limits, cursors);
  const gateway = {
    load: async () => ({
      executor: async ({ document, request, context, operationName }) =>
        run({
          document,
          operationName: operationName ?? null,
          variables: request.variables ?? {},
          coerced: context.variables,
          context,
          plan: null,
          trusted: false,
        }),
    }),
    onSchemaLoadOrUpdate: (report) => {
      report({ apiSchema: schema, coreSupergraphSdl: "" });
      return () => {};
    },
    stop: async () => {},
  };
  const plugin = { requestDidStart: async () => ({ didResolveOperation: async (request) => prepare(request) }) };
  const apollo = new ApolloServer({ gateway, plugins: [ApolloServerPluginCacheControlDisabled(), plugin] });
  await apollo.start();
  return apollo;
};
