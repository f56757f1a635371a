// npm run bench -- import [ROWS …]: a made-up register of so many rows into a throw-away PostgreSQL; imported once, and again.

import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { asOwner } from "./owner.mjs";

const HEADER = "企业名称,统一社会信用代码,注册日期,企业类型,法人代表,注册资金,经营范围,所在省份,地区,注册地址\n";
const SCOPE = "日用百货、五金交电、建筑材料的销售。(依法须经批准的项目，经相关部门批准后方可开展经营活动)";
const SYLLABLES = [..."东南西北中华新天大地金银和平安康宁远达兴隆盛昌荣发财源恒信义德仁智光明辉煌宏图伟业"];

const nameOf = (i) => [i, i * 7 + 3, i * 13 + 5].map((at) => SYLLABLES[at % SYLLABLES.length]).join("");

/** Codes of region 000000, which belong to nobody. */
const rowOf = (i, codeOf) =>
  `虚构${nameOf(i)}${i}商贸有限公司,${codeOf(i)},${1980 + (i % 40)}-0${1 + (i % 9)}-1${i % 9},有限责任公司,张某某,${i % 5000}(万元人民币),"${SCOPE}",虚构省,虚构市,虚构市虚构区虚构路${i}号\n`;

const write = async (file, rows) => {
  const { checkCharacterOf } = await import("../dist/domain/uscc.js");
  const codeOf = (i) => {
    const body = `91000000MA${String(i).padStart(7, "0")}`;
    return body + checkCharacterOf(`${body}0`);
  };
  const out = createWriteStream(file);
  out.write(HEADER);
  for (let i = 1; i <= rows; i += 1) if (!out.write(rowOf(i, codeOf))) await once(out, "drain");
  out.end();
  await finished(out);
};

const timed = async (database, file, writers) => {
  const { importFiles } = await import("../dist/commands/import-files.js");
  let memory = 0;
  const onProgress = () => {
    memory = Math.max(memory, process.memoryUsage().rss);
  };
  const started = performance.now();
  const context = { database, now: new Date(), timeZone: "Asia/Shanghai", fourEyes: "strict", onProgress };
  const { rows, records, unchanged } = await importFiles(context, { files: [file], writers });
  const seconds = (performance.now() - started) / 1000;
  return { rows, records, unchanged, perSecond: Math.round(rows / seconds), megabytes: Math.round(memory / 2 ** 20) };
};

const freshDatabase = async (url, name) => {
  await asOwner(url, `create database ${name}`);
  return url.replace(/\/[^/]*$/, `/${name}`);
};

const BRANCH = "insert into branch (id, code, name) values (gen_random_uuid(), 'SH', 'SH')";

const WRITERS = [1, 2, 4];

/** Rows a second and the largest memory of the process, for each size and number of writers on a database of its own. */
export const benchImport = async (url, sizes, say) => {
  const { openDatabase } = await import("../dist/db/open.js");
  const { vault } = await import("./vault.mjs");
  const folder = mkdtempSync(join(tmpdir(), "archive-import-"));
  try {
    const runs = sizes.flatMap((size) => WRITERS.map((writers) => ({ size, writers })));
    for (const [i, { size, writers }] of runs.entries()) {
      const fresh = await freshDatabase(url, `import_${i}`);
      const database = await openDatabase({ url: fresh, pool: 4, dataDir: folder, vault });
      await asOwner(fresh, BRANCH);
      const file = join(folder, `${size}.csv`);
      await write(file, size);
      const [first, again] = [await timed(database, file, writers), await timed(database, file, writers)];
      say(
        `${size} rows, ${writers} at once: ${first.perSecond} new rows/s, ${again.perSecond} unchanged rows/s, at most ${first.megabytes} MiB`,
      );
      await database.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
