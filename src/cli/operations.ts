import "reflect-metadata";
import { SYSTEM } from "../auth/viewer.js";
import { readId } from "../commands/operation-id.js";
import type { PersistedOperation } from "../commands/persisted-operations.js";
import { registerOperations } from "../commands/register-operations.js";
import { removeOperations } from "../commands/remove-operations.js";
import { type Config, readConfig } from "../config.js";
import type { Database } from "../db/database.js";
import { listOperations } from "../db/queries/persisted-operation.js";
import { Refusal } from "../domain/refusal.js";
import { openConfigured } from "../process/open-configured.js";
import { lineOf } from "../process/start-failure.js";
import { archiveSchema } from "../resolvers/index.js";
import { checkOperations } from "./checked-operations.js";
import { findDocuments } from "./operation-files.js";
import { OPERATIONS_USAGE, type OperationsOrder, parseOperationsOrder } from "./operations-order.js";
import { fitLines, listLines, registeredLines, removedLines } from "./operations-report.js";
import { saysUsage } from "./usage.js";

/** @throws Refusal BAD_USER_INPUT with a line for everything that is wrong */
const fitting = async ({ limits }: Config, paths: readonly string[]): Promise<readonly PersistedOperation[]> => {
  const documents = await findDocuments(paths);
  const { operations, complaints } = checkOperations(await archiveSchema(), limits, documents);
  if (complaints.length > 0) throw new Refusal("BAD_USER_INPUT", complaints.join("\n"));
  if (operations.length === 0) throw new Refusal("BAD_USER_INPUT", "There is no document in what you named.");
  return operations;
};

const withDatabase = async <T>(config: Config, work: (database: Database) => Promise<T>): Promise<T> => {
  const database = await openConfigured(config);
  return work(database).finally(() => database.close());
};

const carryOut = async (order: OperationsOrder, config: Config): Promise<string[]> => {
  if (order.what === "check") return fitLines(await fitting(config, order.paths));
  if (order.what === "list")
    return withDatabase(config, async (database) =>
      listLines(await database.withViewer(SYSTEM, "READ", listOperations)),
    );
  if (order.what === "remove") {
    const named = order.named.map((each) => readId(each) ?? each);
    return withDatabase(config, async (database) => removedLines(await removeOperations(database, named)));
  }
  const operations = await fitting(config, order.paths);
  const request = { operations, by: order.by, now: new Date() };
  return withDatabase(config, async (database) =>
    registeredLines(operations, await registerOperations(database, request)),
  );
};

const main = async (args: readonly string[]): Promise<void> => {
  if (saysUsage(OPERATIONS_USAGE, args)) return;
  const order = parseOperationsOrder(args);
  process.stdout.write(`${(await carryOut(order, readConfig())).join("\n")}\n`);
};

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${lineOf(error)}\n`);
  process.exitCode = 1;
});
