import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startCluster } from "../../scripts/throwaway-cluster.mjs";
import { median } from "../rounds.mjs";
import { vault } from "../vault.mjs";

const CUSTOMERS = 1500;
const VALUES = 20_000;

const say = (line) => process.stdout.write(`${line}\n`);

const secondsOf = async (work) => {
  const started = performance.now();
  const result = await work();
  return { seconds: (performance.now() - started) / 1000, result };
};

const accountOf = (i) => `6200${String(i).padStart(15, "0")}`;

/** Microseconds a value, of this process alone. */
const benchValues = async () => {
  const { encryptedRecord, lookupOf } = await import("../../dist/db/encryption/record-values.js");
  const all = Array.from({ length: VALUES }, (_, i) => ({ id: randomUUID(), bankAccount: accountOf(i) }));
  for (const record of all.slice(0, 2000)) encryptedRecord(vault, record);
  const written = await secondsOf(() => all.map((record) => encryptedRecord(vault, record)));
  const open = ({ id, bankAccount }) => vault.decrypt("information_record.bank_account", id, bankAccount);
  for (const record of written.result.slice(0, 2000)) open(record);
  const read = await secondsOf(() => written.result.map(open));
  const found = await secondsOf(() => all.map(({ bankAccount }) => lookupOf(vault, "bankAccount", bankAccount)));
  const each = ({ seconds }) => `${((seconds * 1e6) / VALUES).toFixed(1)} µs`;
  say(
    `a value: written (ciphertext, twin, fingerprint) ${each(written)}, read ${each(read)}, looked for ${each(found)}`,
  );
};

const page = (fields) => `{ customers(first: 100, orderBy: [{ field: CODE, direction: ASC }]) {
  nodes { financialStatements(first: 10) { nodes { id status periodEnd ${fields} } } } } }`;

/** The same page with a value that is encrypted, and with one of the same length that is not. */
const READS = { encrypted: page("bankAccount"), "in clear": page("auditor") };

const benchReads = async (archive, rounds) => {
  const { ask } = await import("../contestants.mjs");
  const times = { encrypted: [], "in clear": [] };
  const names = Object.keys(READS);
  let rows = 0;
  for (let i = -5; i < rounds; i += 1) {
    names.push(names.shift());
    for (const name of names) {
      const { seconds, result } = await secondsOf(() => ask(archive, READS[name]));
      rows = result.customers.nodes.reduce((sum, { financialStatements }) => sum + financialStatements.nodes.length, 0);
      if (i >= 0) times[name].push(seconds * 1000);
    }
  }
  const ratio = median(times.encrypted.map((each, i) => each / times["in clear"][i]));
  say(
    `${rows} statements × 4 fields over HTTP: ${median(times.encrypted).toFixed(1)} ms with the account, ${median(times["in clear"]).toFixed(1)} ms with the auditor in its place: ratio ${ratio.toFixed(2)}, median of ${rounds} rounds in turns`,
  );
};

const FIND =
  "query ($eq: String!) { informationRecords(filter: { bankAccount: { eq: $eq } }) { totalCount nodes { id } } }";

const benchFinding = async (archive, accounts) => {
  const { ask } = await import("../contestants.mjs");
  const times = [];
  for (const eq of accounts) {
    const { seconds, result } = await secondsOf(() => ask(archive, FIND, { eq }));
    if (result.informationRecords.totalCount === 0) throw new Error("an account that was written is not found");
    times.push(seconds * 1000);
  }
  say(
    `an account looked for among all records: ${median(times.slice(20)).toFixed(1)} ms over HTTP, median of ${times.length - 20}`,
  );
};

const MAP = {
  kind: "statements",
  customer: { by: "code", column: "code" },
  fields: { periodStart: "from", periodEnd: "to", currency: "currency", revenue: "revenue" },
  source: { channel: { constant: "DIRECT_CONTACT" }, legalBasis: { constant: "CONTRACT" } },
};

const files = (folder, codes, year) => {
  const write = (name, text) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };
  const lines = codes.map(
    (code, i) => `${code},${year}-01-01,${year}-12-31,CNY,${1000 + i},${accountOf(year * 10_000 + i)}`,
  );
  const column = { auditor: "account", bankAccount: "account" };
  return (field) => ({
    file: write(`${field}-${year}.csv`, `code,from,to,currency,revenue,account\n${lines.join("\n")}\n`),
    map: write(`${field}.json`, JSON.stringify({ ...MAP, fields: { ...MAP.fields, [field]: column[field] } })),
  });
};

/** Statements with the same column as account, which is encrypted, and as auditor, which is not: in turns. */
const benchImport = async (database, folder, rounds) => {
  const { SYSTEM } = await import("../../dist/auth/viewer.js");
  const { importFiles } = await import("../../dist/commands/import-files.js");
  const found = await database.withViewer(SYSTEM, "READ", ({ rows }) =>
    rows(
      "select c.code from customer c join branch b on b.id = c.branch_id where b.code = 'SH' order by 1 limit 1000",
      [],
    ),
  );
  const codes = found.map(({ code }) => code);
  const context = { database, now: new Date(), timeZone: "Asia/Shanghai", fourEyes: "strict" };
  const perSecond = { bankAccount: [], auditor: [] };
  const fields = Object.keys(perSecond);
  const accounts = [];
  let year = 1950;
  for (let i = -1; i < rounds; i += 1) {
    fields.push(fields.shift());
    for (const field of fields) {
      year += 1;
      const { file, map } = files(folder, codes, year)(field);
      const { seconds, result } = await secondsOf(() => importFiles(context, { files: [file], map, branchCode: "SH" }));
      if (result.records !== codes.length) throw new Error(`${result.records} of ${codes.length} rows were taken`);
      if (field === "bankAccount") accounts.push(...codes.map((_, at) => accountOf(year * 10_000 + at)));
      if (i >= 0) perSecond[field].push(codes.length / seconds);
    }
  }
  const ratio = median(perSecond.bankAccount.map((each, i) => each / perSecond.auditor[i]));
  say(
    `imported: ${Math.round(median(perSecond.bankAccount))} statements/s with the column as account, ${Math.round(median(perSecond.auditor))} as auditor: ratio ${ratio.toFixed(2)}, median of ${rounds} rounds in turns`,
  );
  return accounts;
};

const benchRotation = async (database) => {
  const { rotateKeys } = await import("../../dist/commands/rotate-keys.js");
  const { rotating } = await import("../vault.mjs");
  const { seconds, result } = await secondsOf(() => rotateKeys({ database: { ...database, vault: rotating } }));
  say(`rotated: ${result.rotated} rows in ${seconds.toFixed(1)} s, ${Math.round(result.rotated / seconds)} rows/s`);
};

/** `npm run bench -- encryption`: what it costs that values of grade IDENTITY are encrypted. */
export const benchEncryption = async ({ quick }) => {
  const { fill } = await import("../fill.mjs");
  const { openDatabase } = await import("../../dist/db/open.js");
  const { startArchive } = await import("../contestants.mjs");
  await benchValues();
  const cluster = await startCluster({ shared_buffers: "256MB" });
  const folder = mkdtempSync(join(tmpdir(), "archive-encryption-"));
  try {
    await fill(cluster.url, CUSTOMERS);
    const database = await openDatabase({ url: cluster.url, dataDir: "", pool: 2, vault });
    const accounts = await benchImport(database, folder, quick ? 3 : 9);
    const archive = await startArchive({ url: cluster.url, folder, secret: randomBytes(32).toString("hex") });
    await benchReads(archive, quick ? 20 : 100);
    await benchFinding(archive, accounts.filter((_, i) => i % 10 === 0).slice(0, quick ? 60 : 120));
    await archive.stop();
    await benchRotation(database);
    await database.close();
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
