import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startCluster } from "../../scripts/throwaway-cluster.mjs";

/** Kinds of terms: on very many names, on some, on few, on none; two characters and more; by letters and by code. */
const TERMS = {
  "very frequent": ["科技", "上海", "贸易", "有限公司"],
  "frequent in another branch": ["北京", "北京 贸易"],
  "inside the name, two characters": ["天河", "乐清", "技有"],
  "inside the name, longer": ["供应链管理", "新材料科技"],
  rare: ["岚序", "乐清音乐"],
  "no hits": ["囧囧", "vvqq"],
  pinyin: ["shanghai", "keji", "xianlanxu"],
  initials: ["kj", "hw", "gylgl"],
  "several words": ["上海 科技", "上海 kj"],
  "part of a credit code": ["MA1K1X", "913101"],
};

const QUERY = "query ($s: String) { customers(first: 20, search: $s) { nodes { code name } pageInfo { endCursor } } }";
const COUNT = "query ($s: String) { customers(search: $s) { totalCount } }";

const say = (line) => process.stdout.write(`${line}\n`);

const timesOf = async (ask, terms, query, rounds) => {
  const times = [];
  for (let round = 0; round < rounds; round += 1)
    for (const s of terms) {
      const start = performance.now();
      await ask(query, { s });
      times.push(performance.now() - start);
    }
  return times.sort((a, b) => a - b);
};

const at = (times, share) => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(0);

const measure = async (askAs, rounds) => {
  say("| searched as | kind of term | p50, ms | p95, ms |\n|---|---|---|---|");
  for (const [who, ask] of Object.entries(askAs))
    for (const [kind, terms] of Object.entries(TERMS)) {
      await timesOf(ask, terms, QUERY, 1);
      const times = await timesOf(ask, terms, QUERY, rounds);
      say(`| ${who} | ${kind}: ${terms.join(", ")} | ${at(times, 0.5)} | ${at(times, 0.95)} |`);
    }
  const counts = await timesOf(Object.values(askAs)[0], TERMS["very frequent"], COUNT, 3);
  say(`\ntotalCount of what is very frequent: p50 ${at(counts, 0.5)} ms`);
};

/** `npm run bench -- search`: searching a million customers, as one who sees all and as one who sees a branch. */
export const benchSearch = async ({ quick }) => {
  const { fill } = await import("./fill.mjs");
  const { signIn, startArchive } = await import("../contestants.mjs");
  const { ask } = await import("../contestants.mjs");
  const folder = mkdtempSync(join(tmpdir(), "archive-bench-"));
  const cluster = await startCluster({ shared_buffers: "1GB", max_wal_size: "8GB", maintenance_work_mem: "512MB" });
  try {
    const { count, written } = await fill(cluster.url, quick ? 50_000 : 1_000_000);
    say(`${count} customers. Writing one more, with all indexes: ${JSON.stringify(written)} µs`);
    const archive = await startArchive({ url: cluster.url, folder, secret: randomBytes(32).toString("hex") });
    try {
      const as = async (username) => {
        const token = await signIn(archive, username);
        return (query, variables) => ask({ endpoint: archive.endpoint, token }, query, variables);
      };
      await measure({ "all branches": await as("reviewer"), "one branch": await as("clerk") }, quick ? 5 : 20);
    } finally {
      await archive.stop();
    }
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
