import { createRequire } from "node:module";
import type { GraphQLSchema } from "graphql";
import type { Context } from "./resolvers.js";

// graphql-shield's ESM build imports util.isUndefined, which Node 23 took away; its CommonJS build loads everywhere,
// with a graphql-middleware of its own kind.
const require = createRequire(import.meta.url);
const { rule, shield } = require("graphql-shield") as typeof import("graphql-shield");
const { applyMiddleware } = require("graphql-middleware") as typeof import("graphql-middleware");

const roles = (name: string, allowed: readonly string[]) =>
  rule(name, { cache: "contextual" })((_parent, _args, { role }: Context) => role !== null && allowed.includes(role));

const signedIn = rule("signedIn", { cache: "contextual" })((_parent, _args, { role }: Context) => role !== null);
const credit = roles("credit", ["REVIEWER", "ANALYST"]);
const financial = roles("financial", ["REVIEWER", "ANALYST"]);

/** A rule on whatever is sensitive. */
const permissions = shield(
  {
    Query: { customers: signedIn },
    Customer: { riskClass: credit },
    FinancialStatement: {
      totalAssets: financial,
      revenue: financial,
      netProfit: financial,
      audited: financial,
      auditor: financial,
    },
  },
  { allowExternalErrors: true },
);

export const withPermissions = (schema: GraphQLSchema): GraphQLSchema => applyMiddleware(schema, permissions);
