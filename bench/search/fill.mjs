import { SYSTEM } from "../../dist/auth/viewer.js";
import { insertRows } from "../../dist/db/insert-rows.js";
import { openDatabase } from "../../dist/db/open.js";
import { searchRows } from "../../dist/db/search/search-rows.js";
import { seedDemo } from "../../dist/db/seed/index.js";
import { newId } from "../../dist/db/tables/columns.js";
import { customer, searchEntry } from "../../dist/db/tables/index.js";
import { PASSWORD } from "../fill.mjs";
import { asOwner } from "../owner.mjs";
import { vault } from "../vault.mjs";
import { chance, enterprise } from "./names.mjs";

const BATCH = 10_000;

/** Most customers of a city belong to the branch of it: what is frequent in the archive is rare in the other branch. */
const branchOf = (name, [sh, bj], next) =>
  name.startsWith("北京") ? (next() < 0.98 ? bj : sh) : name.startsWith("上海") || next() < 0.6 ? sh : bj;

const customerRow = (branches, next) => {
  const made = enterprise(next);
  const at = "2026-01-01T00:00:00.000Z";
  const graded = { kind: "ENTERPRISE", importance: "C", status: "ACTIVE", version: 1, createdAt: at, updatedAt: at };
  return { id: newId(), branchId: branchOf(made.name, branches, next), ...graded, ...made };
};

const SECONDARY = `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made from pg_index i
  where i.indrelid in ('customer'::regclass, 'search_entry'::regclass) and not i.indisunique`;

const timed = async (work) => {
  const start = performance.now();
  const value = await work();
  return { value, ms: performance.now() - start };
};

const write = (database, work) => database.withViewer(SYSTEM, "WRITE", work);

/** Customers without records have no figures to be kept. */
const triggers = (how) => ["customer", "search_entry"].map((table) => `alter table ${table} ${how} trigger user`);

const batch = (database, count, branches, next) =>
  write(database, async (session) => {
    const rows = Array.from({ length: count }, () => customerRow(branches, next));
    const customers = await timed(() => insertRows(session, customer, rows));
    const computed = await timed(() => searchRows(rows));
    const entries = await timed(() => insertRows(session, searchEntry, computed.value));
    return { customers: customers.ms, computed: computed.ms, entries: entries.ms };
  });

const perRow = (times) =>
  Object.fromEntries(Object.entries(times).map(([name, ms]) => [name, Math.round((ms * 1000) / BATCH)]));

/**
 * So many customers, with the indexes made at the end; then some more with all indexes there, which is what writing
 * costs (µs a row).
 */
export const fill = async (url, count) => {
  const database = await openDatabase({ url, dataDir: "", vault });
  try {
    await seedDemo(database, { password: PASSWORD, now: new Date() });
    const [indexes, branches] = await write(database, async (session) => {
      await session.rows("update account set demo = false", []);
      const found = await session.rows(SECONDARY, []);
      return [found, (await session.rows("select id from branch order by code desc", [])).map(({ id }) => id)];
    });
    await asOwner(url, ...triggers("disable"), ...indexes.map(({ name }) => `drop index ${name}`));
    const next = chance(7);
    for (let done = 0; done < count - BATCH; done += BATCH) await batch(database, BATCH, branches, next);
    await asOwner(url, ...indexes.map(({ made }) => made));
    const written = perRow(await batch(database, BATCH, branches, next));
    return { count, written };
  } finally {
    await asOwner(url, ...triggers("enable"), "vacuum analyze");
    await database.close();
  }
};
