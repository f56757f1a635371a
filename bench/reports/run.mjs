// npm run bench -- reports [--quick]: how long reports over 1,000,000 records take, and what keeping them costs a write.
import { readFileSync } from "node:fs";
import { SYSTEM } from "../../dist/auth/viewer.js";
import { refreshFacts } from "../../dist/commands/refresh-facts.js";
import { takingTurns } from "../../dist/commands/taking-turns.js";
import { openDatabase } from "../../dist/db/open.js";
import { countedFor } from "../../dist/db/statistics/report.js";
import { questionOf } from "../../dist/domain/statistics/question.js";
import { reportOf } from "../../dist/domain/statistics/report.js";
import { startCluster } from "../../scripts/throwaway-cluster.mjs";
import { asOwner } from "../owner.mjs";
import { vault } from "../vault.mjs";
import { apart } from "./apart.mjs";
import { fillReports } from "./fill.mjs";

const QUICK = process.argv.includes("--quick");
const CUSTOMERS = QUICK ? 5_000 : 136_000;
const ROUNDS = QUICK ? 3 : 7;
const WRITES = QUICK ? 100 : 300;
const TIME_ZONE = "Asia/Shanghai";

const QUESTIONS = [
  { groupBy: [], measures: ["CUSTOMERS", "RECORDS", "COMPLETENESS_MEAN", "VERIFIED_SHARE"] },
  { groupBy: ["PROVINCE"], measures: ["CUSTOMERS", "REVENUE_SUM", "TOTAL_ASSETS_MEAN", "CREDIT_LIMIT_SUM"] },
  { groupBy: ["BRANCH", "RATING"], measures: ["CUSTOMERS", "TRANSACTION_AMOUNT_SUM"] },
  { groupBy: ["BRANCH", "PROVINCE", "KIND"], measures: ["CUSTOMERS", "REVENUE_SUM"] },
  { groupBy: ["CITY"], measures: ["CUSTOMERS", "OPEN_TASKS", "OVERDUE_TASKS"] },
  { groupBy: ["CATEGORY"], measures: ["CUSTOMERS", "RECORDS", "VERIFIED_SHARE"] },
  { groupBy: ["MONTH"], measures: ["RECORDS"] },
  { groupBy: ["PROVINCE", "CATEGORY"], measures: ["RECORDS"] },
  { groupBy: ["TASK_METHOD"], measures: ["TASKS", "OVERDUE_TASKS"] },
  { groupBy: ["CATEGORY", "RECORD_STATUS"], measures: ["RECORDS"] },
  { groupBy: ["CATEGORY", "MONTH"], measures: ["RECORDS"] },
  { groupBy: ["RECORD_STATUS", "MONTH"], measures: ["CUSTOMERS", "RECORDS"] },
  { groupBy: ["BRANCH", "CATEGORY", "MONTH"], measures: ["RECORDS", "VERIFIED_SHARE"] },
  { groupBy: ["PROVINCE", "CATEGORY", "RECORD_STATUS"], measures: ["RECORDS"] },
  { groupBy: ["CATEGORY", "MONTH"], measures: ["RECORDS"], filter: { recordStatus: ["ARCHIVED"] } },
  { groupBy: ["CATEGORY", "MONTH"], measures: ["RECORDS"], filter: { recordStatus: ["ARCHIVED", "APPROVED"] } },
  {
    groupBy: ["RECORD_STATUS", "MONTH"],
    measures: ["CUSTOMERS", "RECORDS"],
    filter: { category: ["FINANCIAL", "TRANSACTION", "CREDIT"] },
  },
  {
    groupBy: ["PROVINCE"],
    measures: ["CUSTOMERS", "RECORDS"],
    filter: { category: ["FINANCIAL", "CREDIT"], recordStatus: ["ARCHIVED", "APPROVED"] },
  },
  {
    groupBy: ["CATEGORY", "RECORD_STATUS"],
    measures: ["CUSTOMERS", "RECORDS"],
    filter: { month: Array.from({ length: 12 }, (_, i) => `2024-${String(i + 1).padStart(2, "0")}`) },
  },
  {
    groupBy: ["CATEGORY", "RECORD_STATUS"],
    measures: ["RECORDS"],
    filter: { month: ["2024-01", "2024-02", "2024-03"] },
  },
  {
    groupBy: ["PROVINCE", "CATEGORY"],
    measures: ["CUSTOMERS", "RECORDS"],
    filter: { kind: ["ENTERPRISE"], recordStatus: ["ARCHIVED"] },
  },
];

const say = (line) => process.stdout.write(`${line}\n`);
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const timed = async (work) => {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
};

const load = () => readFileSync("/proc/loadavg", "utf8").split(" ")[0];

const ask = async (database, input) => {
  const question = questionOf(input);
  const now = new Date();
  const given = { scope: { rows: "ALL" }, now, today: now.toISOString().slice(0, 10), timeZone: TIME_ZONE };
  const counted = await countedFor(database, SYSTEM, { ...question, ...given, fourEyes: "strict" });
  return reportOf(question, counted, takingTurns());
};

const reports = async (database) => {
  say(
    `| report over all records | groups shown | left out | median ms | slowest ms |\n| --- | --- | --- | --- | --- |`,
  );
  for (const question of QUESTIONS) {
    const rounds = [];
    for (let round = 0; round <= ROUNDS; round++) rounds.push(await timed(() => ask(database, question)));
    const times = rounds.slice(1).map(({ ms }) => ms);
    const { groups, suppressedGroups } = rounds[0].result;
    const filter = question.filter ? `, of ${JSON.stringify(question.filter)}` : "";
    const name = `${question.measures.join(", ")} by ${question.groupBy.join(" × ") || "nothing"}${filter}`;
    say(
      `| ${name} | ${groups.length} | ${suppressedGroups} | ${Math.round(median(times))} | ${Math.round(Math.max(...times))} |`,
    );
  }
};

const INSERT = `insert into information_record (id, customer_id, category, series, status, channel, collected_by, collected_at, valid_from, recorded_at, compared_at, person_name, mobile)
select gen_random_uuid(), $1, 'CONTACT', '新联系人', 'IN_VERIFICATION', 'DIRECT_CONTACT', (select id from account where username = 'collector'), now(), '2026-01-01', now(), now(), '王五', '13900000000'`;

const write = (database, ids) =>
  timed(async () => {
    for (const { id } of ids) await database.withViewer(SYSTEM, "WRITE", ({ rows }) => rows(INSERT, [id]));
  });

const SWITCH = {
  off: [
    "alter table information_record disable trigger record_facts_inserted",
    "drop index if exists record_counted",
    "checkpoint",
  ],
  on: [
    "alter table information_record enable trigger record_facts_inserted",
    "create index if not exists record_counted on information_record (customer_id, category, status, corroboration, collected_at)",
    "checkpoint",
  ],
};

/** The barest of writes: one row and nothing else. A command sends a dozen statements more. */
const writes = async (database) => {
  const pick = `select id from customer where code like 'R%' order by random() limit ${WRITES}`;
  const times = { off: [], on: [] };
  for (let round = 0; round <= ROUNDS; round++)
    for (const state of round % 2 === 0 ? ["off", "on"] : ["on", "off"]) {
      await asOwner(cluster.url, ...SWITCH[state]);
      const ids = await database.withViewer(SYSTEM, "READ", ({ rows }) => rows(pick, []));
      await write(database, ids.slice(0, 20));
      const { ms } = await write(database, ids);
      if (round > 0) times[state].push(ms / WRITES);
    }
  const [off, on] = [median(times.off), median(times.on)];
  say(
    `a record inserted: ${off.toFixed(3)} ms without, ${on.toFixed(3)} ms with trigger and index: ${(on / off).toFixed(3)}×`,
  );
};

const cluster = await startCluster({ shared_buffers: "512MB", max_wal_size: "4GB" });
try {
  const held = await fillReports(cluster.url, CUSTOMERS);
  say(`${held.customers} customers, ${held.records} records, ${held.tasks} tasks; load of the machine ${load()}`);
  const database = await openDatabase({ url: cluster.url, dataDir: "", vault });
  try {
    await database.withViewer(SYSTEM, "READ", ({ rows }) =>
      rows("insert into fact_queue (customer_id) select id from customer", []),
    );
    const { ms } = await timed(() => refreshFacts({ database, now: new Date(), timeZone: TIME_ZONE }));
    say(
      `rolled up anew, all of it: ${(ms / 1000).toFixed(1)} s, ${Math.round(held.customers / (ms / 1000))} customers a second`,
    );
    await asOwner(cluster.url, "vacuum analyze");
    await reports(database);
    await database.withViewer(SYSTEM, "READ", ({ rows }) =>
      rows("insert into fact_queue (customer_id) select id from customer limit 1000", []),
    );
    const stale = [];
    for (let round = 0; round < ROUNDS; round++) stale.push((await timed(() => ask(database, QUESTIONS[1]))).ms);
    say(
      `${QUESTIONS[1].groupBy} with 1,000 customers not yet rolled up: ${Math.round(median(stale))} ms; load ${load()}`,
    );
    const again = await timed(() => refreshFacts({ database, now: new Date(), timeZone: TIME_ZONE }));
    say(`1,000 customers rolled up: ${Math.round(again.ms)} ms`);
    const now = new Date();
    say(`reports held apart; load ${load()}`);
    await apart(database, { now, today: now.toISOString().slice(0, 10), timeZone: TIME_ZONE }, say);
    await writes(database);
  } finally {
    await database.close();
  }
} finally {
  await cluster.stop();
}
