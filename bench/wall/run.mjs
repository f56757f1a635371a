import "reflect-metadata";
import { readFileSync } from "node:fs";
import { pino } from "pino";
import postgres from "postgres";
import { startCluster } from "../../scripts/throwaway-cluster.mjs";
import { asking, reviewerOf, timed } from "../permissions/run.mjs";
import { median } from "../rounds.mjs";

const QUESTIONS = { list: "50 customers × 16 fields", nested: "20 customers × 10 statements × 1 person" };
const PREPARED = { prepare: true, simple: false };

const say = (line) => process.stdout.write(`${line}\n`);

/** A connection that reads and writes values as the archive's own does. */
const connection = async (url) => {
  const { ARRAY_TYPES, arrayParsers, PARSERS } = await import("../../dist/db/wire.js");
  const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} });
  for (const type of Object.keys(sql.options.serializers)) delete sql.options.serializers[type];
  Object.assign(sql.options.parsers, PARSERS, arrayParsers(await sql.unsafe(ARRAY_TYPES)));
  return sql;
};

/** A database with another way to stand for somebody: `send` is given the statement and who it is for. */
const databaseBy = async (database, sql, send) => {
  const { toWire } = await import("../../dist/db/wire.js");
  const { standingOf } = await import("../../dist/db/wall/standing.js");
  const run = (text, values = []) => sql.unsafe(text, values, PREPARED);
  const withViewer = (principal, access, work, now) =>
    work({ rows: (text, values) => send(run, text, values.map(toWire), standingOf(principal, access, now)) });
  return { ...database, withViewer };
};

/** The ways that were tried. The archive's own is the door of its database. */
const ways = async (url, database) => {
  const { STAND } = await import("../../dist/db/wall/standing.js");
  const sql = await connection(url);
  const none = (run, text, values) => run(text, values);
  const apart = async (run, text, values, standing) => {
    await run("begin read only");
    await run(STAND, standing);
    const found = await run(`${text} /* apart */`, values);
    await run("commit");
    return found;
  };
  const databases = {
    "in the statement's own flight": database,
    "four round trips": await databaseBy(database, sql, apart),
    "no wall, as the superuser": await databaseBy(database, sql, none),
  };
  return { databases, close: () => sql.end() };
};

const LIMITS = { depth: 12, cost: 20_000, aliases: 50, directives: 50 };
const SECRET = "the secret of a benchmark is none at all";

const contextOf = async (database) => {
  const { ledgerKeys } = await import("../../dist/auth/ledger-keys.js");
  const principal = await reviewerOf(database);
  const ledger = { keys: ledgerKeys(SECRET), write: async () => {}, note: () => {} };
  const said = { requestId: "bench", address: "::1", idempotencyKey: null, purpose: null, persisted: null };
  return (of) => () => ({
    ...said,
    exit: "GRAPHQL",
    ledger,
    principal,
    database: of,
    now: new Date(),
    wrote: () => {},
    operationName: null,
    touched: new Set(),
  });
};

const compare = async (asks, rounds) => {
  const names = Object.keys(asks);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (const name of names) await timed(asks[name], 50);
  for (let round = 0; round < rounds; round += 1) {
    names.push(names.shift());
    for (const name of names) times[name].push((await timed(asks[name], 20)).wall);
  }
  return times;
};

const table = (title, times) => {
  const bare = times["no wall, as the superuser"];
  say(`\n| ${title} | ms a request | ratio, median (min–max) | more, ms |\n|---|---|---|---|`);
  for (const [name, each] of Object.entries(times)) {
    const ratios = each.map((ms, i) => ms / bare[i]);
    const spread = `${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`;
    say(`| ${name} | ${median(each).toFixed(2)} | ${spread} | ${(median(each) - median(bare)).toFixed(2)} |`);
  }
};

/** `npm run bench -- wall`: what the second wall costs a request, by each way of setting it up that was tried. */
export const benchWall = async ({ quick }) => {
  const { fill } = await import("../fill.mjs");
  const { openDatabase } = await import("../../dist/db/open.js");
  const { createApollo } = await import("../../dist/execution/apollo.js");
  const { vault } = await import("../vault.mjs");
  const cluster = await startCluster({ shared_buffers: "256MB" });
  try {
    await fill(cluster.url, quick ? 500 : 2000);
    const database = await openDatabase({ url: cluster.url, dataDir: "", pool: 2, vault });
    const { databases, close } = await ways(cluster.url, database);
    const context = await contextOf(database);
    const settings = { businessTimeZone: "UTC", fourEyes: "strict", purposeRequired: false, reportMemoryDays: 0 };
    const config = { production: true, limits: LIMITS, ...settings };
    for (const [name, title] of Object.entries(QUESTIONS)) {
      const query = readFileSync(new URL(`../questions/${name}.graphql`, import.meta.url), "utf8");
      const { apollo } = await createApollo({ config, secret: SECRET, log: pino({ level: "silent" }) });
      const asks = Object.fromEntries(
        Object.entries(databases).map(([way, of]) => [way, asking(apollo, context(of), query)]),
      );
      const answers = new Set(await Promise.all(Object.values(asks).map((ask) => ask())));
      if (answers.size > 1 || [...answers][0].includes('"errors"'))
        throw new Error(`not the same answers: ${[...answers].map((each) => each.slice(0, 300)).join("\n")}`);
      table(title, await compare(asks, quick ? 5 : 20));
    }
    await close();
    await database.close();
  } finally {
    await cluster.stop();
  }
};
