import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findPostgresql } from "../scripts/installed-postgresql.mjs";
import { CONNECTIONS } from "./rounds.mjs";

const DOCUMENT = fileURLToPath(new URL("../docs/performance.md", import.meta.url));
const [BEGIN, END] = ["<!-- figures of npm run bench: begin -->", "<!-- figures of npm run bench: end -->"];
const EXPECTED = 4;

const PACKAGES = [
  "@apollo/server",
  "graphql",
  "type-graphql",
  "graphql-shield",
  "dataloader",
  "drizzle-orm",
  "postgres",
];

const { resolve } = createRequire(import.meta.url);

/** From the folder of the package: its package.json need not be one of its exports. */
const versionOf = (name) => {
  const [, modules] = /^(.*node_modules[\\/])/.exec(resolve(name));
  return JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8")).version;
};

const postgresqlVersion = () =>
  /\d+(\.\d+)*/.exec(String(execFileSync(join(findPostgresql(), "postgres"), ["--version"])))[0];

const machine = () => {
  const cores = cpus();
  return `${cores[0].model.trim()}, ${cores.length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${process.arch}`;
};

const whole = (number) => Math.round(number).toLocaleString("en-US");

const rowOf = ({ title, values, archive, stock, ratio }) =>
  [
    title,
    whole(values),
    whole(archive.perSecond),
    whole(stock.perSecond),
    `**${ratio.median.toFixed(1)}×** (${ratio.least.toFixed(1)}–${ratio.most.toFixed(1)})`,
    `${whole(archive.p50)} / ${whole(archive.p99)}`,
    `${whole(stock.p50)} / ${whole(stock.p99)}`,
  ].join(" | ");

export const tableOf = (results) =>
  [
    "| question | values | archive, requests/s | stock, requests/s | ratio, median (min–max) | archive p50 / p99, ms | stock p50 / p99, ms |",
    "|---|---|---|---|---|---|---|",
    ...results.map((result) => `| ${rowOf(result)} |`),
  ].join("\n");

export const verdictOf = (results) => {
  const short = results.filter(({ ratio }) => ratio.median < EXPECTED).map(({ title }) => title);
  return short.length === 0
    ? `Expected: at least ${EXPECTED}×. Reached by every question.`
    : `Expected: at least ${EXPECTED}×. Not reached by: ${short.join("; ")}.`;
};

const figures = (results, { rounds, seconds, held }) =>
  [
    `Measured on ${new Date().toISOString().slice(0, 10)}: ${machine()}; Node ${process.versions.node}, PostgreSQL ${postgresqlVersion()};`,
    `${PACKAGES.map((name) => `${name} ${versionOf(name)}`).join(", ")}.`,
    `${whole(held.customers)} customers and ${whole(held.records)} records beside the demo data; ${rounds} rounds of ${seconds} s per server, ${CONNECTIONS} connections.`,
    "",
    tableOf(results),
    "",
    verdictOf(results),
  ].join("\n");

/** Puts the figures between the markers of docs/performance.md. */
export const writeFigures = (results, settings) => {
  const document = readFileSync(DOCUMENT, "utf8");
  const [before] = document.split(BEGIN);
  const [, after] = document.split(END);
  writeFileSync(DOCUMENT, `${before}${BEGIN}\n${figures(results, settings)}\n${END}${after}`);
};
