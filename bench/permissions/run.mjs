import "reflect-metadata";
import { readFileSync } from "node:fs";
import { HeaderMap } from "@apollo/server";
import { pino } from "pino";
import { startCluster } from "../../scripts/throwaway-cluster.mjs";
import { median } from "../rounds.mjs";

const QUERY = readFileSync(new URL("statements.graphql", import.meta.url), "utf8");
const ROWS = 2000;
const EXPECTED = 1.1;
/** A page has a hundred rows, and an answer 20,000 fields; here it may have more. */
const LIMITS = { depth: 12, cost: 10_000_000, aliases: 50 };

const say = (line) => process.stdout.write(`${line}\n`);

export const asking =
  (apollo, context, query = QUERY) =>
  async () => {
    const headers = new HeaderMap([
      ["content-type", "application/json"],
      ["accept", "application/json"],
    ]);
    const httpGraphQLRequest = { method: "POST", headers, search: "", body: { query } };
    const { body } = await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => context() });
    return body.string;
  };

/** Milliseconds a request, by the clock and by this process's processor: PostgreSQL runs in another. */
export const timed = async (ask, times) => {
  const [wall, cpu] = [performance.now(), process.cpuUsage()];
  for (let i = 0; i < times; i += 1) await ask();
  const { user, system } = process.cpuUsage(cpu);
  return { wall: (performance.now() - wall) / times, cpu: (user + system) / 1000 / times };
};

export const reviewerOf = async (database) => {
  const { SYSTEM } = await import("../../dist/auth/viewer.js");
  const [row] = await database.withViewer(SYSTEM, "READ", ({ rows }) =>
    rows("select id, display_name from account where username = 'reviewer'", []),
  );
  const role = "REVIEWER";
  const named = { accountId: row.id, username: "reviewer", displayName: row.display_name };
  return { ...named, sessionId: null, role, roles: [role], branchId: null, branch: null };
};

const contestants = async (database) => {
  const { SYSTEM } = await import("../../dist/auth/viewer.js");
  const { cursorCodec } = await import("../../dist/auth/cursor.js");
  const { createApollo } = await import("../../dist/execution/apollo.js");
  const { ledgerKeys } = await import("../../dist/auth/ledger-keys.js");
  const { beginLedger } = await import("../../dist/commands/ledger-head.js");
  const { openReadLedger } = await import("../../dist/commands/read-ledger.js");
  const { unguarded } = await import("./unguarded.mjs");
  const secret = "the secret of a benchmark is none at all";
  const config = {
    production: true,
    limits: LIMITS,
    businessTimeZone: "UTC",
    fourEyes: "strict",
    purposeRequired: false,
  };
  const keys = ledgerKeys(secret);
  await beginLedger(database, keys);
  const ledger = openReadLedger({ database, keys, onFailure: (error) => say(String(error)) });
  const said = {
    requestId: "bench",
    address: "::1",
    idempotencyKey: null,
    purpose: null,
    persisted: null,
    exit: "GRAPHQL",
    // What is read is written down before it leaves: that is part of the layer, and of its price.
    ledger,
  };
  const unwritten = { ...ledger, keys, write: async () => {}, note: () => {} };
  const contextOf = (principal, more) => () => ({
    ...said,
    ...more,
    principal,
    database,
    now: new Date(),
    wrote: () => {},
    operationName: null,
    touched: new Set(),
  });
  const { apollo: guarded } = await createApollo({ config, secret, log: pino({ level: "silent" }) });
  const bare = await unguarded({ limits: LIMITS, cursors: cursorCodec(secret, "none") });
  const reviewer = await reviewerOf(database);
  return {
    on: asking(guarded, contextOf(reviewer)),
    unwritten: asking(guarded, contextOf(reviewer, { ledger: unwritten })),
    off: asking(bare, contextOf(SYSTEM)),
  };
};

const NAMES = { on: "layer on", unwritten: "layer on, read ledger not written", off: "every guard removed" };

const rowOf = (runs, which) => {
  const cells = ["wall", "cpu"].map((of) => {
    const ratios = runs.map((run) => run[which][of] / run.off[of]);
    const spread = `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`;
    const time = median(runs.map((run) => run[which][of])).toFixed(1);
    return which === "off" ? `${time} | 1` : `${time} | **${median(ratios).toFixed(2)}** (${spread})`;
  });
  return `| ${NAMES[which]} | ${cells.join(" | ")} |`;
};

const rowsIn = (answer) => answer.split('"recordedAt"').length - 1;

/** `npm run bench -- permissions`: 2,000 rows × 10 fields with the permission layer and with all of it taken out. */
export const benchPermissions = async ({ quick }) => {
  const { fill } = await import("../fill.mjs");
  const { openDatabase } = await import("../../dist/db/open.js");
  const { vault } = await import("../vault.mjs");
  const cluster = await startCluster({ shared_buffers: "256MB" });
  try {
    await fill(cluster.url, 1500);
    const database = await openDatabase({ url: cluster.url, dataDir: "", pool: 2, vault });
    const asks = await contestants(database);
    const [guarded, bare] = [await asks.on(), await asks.off()];
    if (guarded !== bare || rowsIn(bare) !== ROWS)
      throw new Error(`not the same ${ROWS} rows: ${guarded.slice(0, 500)}`);
    say(`both answer the same ${rowsIn(bare)} rows × 10 fields, ${bare.length} bytes`);
    const rounds = quick ? 12 : 60;
    for (const ask of Object.values(asks)) await timed(ask, 20);
    const runs = [];
    const turns = Object.keys(asks);
    for (let i = 0; i < rounds; i += 1) {
      // Whoever goes first pays for the other's garbage: they take turns.
      turns.push(turns.shift());
      const run = {};
      for (const which of turns) run[which] = await timed(asks[which], 5);
      runs.push(run);
    }
    say(`${rounds} rounds of 5 requests each, in turns\n`);
    say(
      "| 2,000 × 10 | ms by the clock | ratio, median (min–max) | ms of the process | ratio |\n|---|---|---|---|---|",
    );
    for (const which of Object.keys(NAMES)) say(rowOf(runs, which));
    const tax = median(runs.map((run) => run.on.wall / run.off.wall));
    say(`\nExpected by the clock: at most ${EXPECTED}. ${tax <= EXPECTED ? "Reached." : "Not reached."}`);
    await database.close();
  } finally {
    await cluster.stop();
  }
};
