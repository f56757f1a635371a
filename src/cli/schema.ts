import "reflect-metadata";
import { printSchemaWithDirectives } from "@graphql-tools/utils";
import { lexicographicSortSchema } from "graphql";
import { securedSchema } from "../execution/secured-schema.js";
import { lineOf } from "../process/start-failure.js";
import { archiveSchema } from "../resolvers/index.js";
import { parseSchemaOrder, SCHEMA_USAGE } from "./schema-order.js";
import { saysUsage } from "./usage.js";

/** The schema of the archive in SDL, sorted, with what kind of fact every coordinate is; whole, or as a role sees it. */
const run = async (args: readonly string[]): Promise<void> => {
  if (saysUsage(SCHEMA_USAGE, args)) return;
  const { role } = parseSchemaOrder(args);
  const schema = role === null ? await archiveSchema() : (await securedSchema()).schemaOf(role);
  process.stdout.write(`${printSchemaWithDirectives(lexicographicSortSchema(schema))}\n`);
};

run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${lineOf(error)}\n`);
  process.exitCode = 1;
});
