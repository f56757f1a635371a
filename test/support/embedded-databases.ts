import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { PGlite } from "@electric-sql/pglite";
import type { Database } from "../../src/db/database.js";
import { databaseOver, type OverOptions, startLite } from "../../src/db/embedded.js";
import { migrateTheEmbedded } from "../../src/db/migrate.js";
import { toWire } from "../../src/db/wire.js";
import { type DataFolder, dataFolderOf, FilledFS } from "./data-folder.js";
import { snapshotOf } from "./fingerprint.js";
import { ownedBy } from "./owner.js";
import { RewindingLite } from "./rewinding-lite.js";
import { seed } from "./seed.js";
import { testVault } from "./vault.js";

const KEPT = 4;

/**
 * For some thousand rows, of which nothing outlives the process. By itself each start would clear 128 MB for them, and a statement
 * that comes again be planned five times before its plan is kept.
 */
const SETTINGS = [
  "shared_buffers=16MB",
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "plan_cache_mode=force_generic_plan",
];
const startParams = [...PGlite.defaultStartParams, ...SETTINGS.flatMap((setting) => ["-c", setting])];

const read = new Map<string, Promise<DataFolder>>();

/** Read once a worker: many test files begin with the same. */
const snapshotIn = (file: string): Promise<DataFolder> => {
  const data = read.get(file) ?? readFile(file).then((bytes) => deserialize(bytes) as DataFolder);
  read.set(file, data);
  return data;
};

const startFrom = async (file: string): Promise<RewindingLite> =>
  (await startLite({ fs: new FilledFS(await snapshotIn(file)), startParams }, RewindingLite)) as RewindingLite;

/** A snapshot takes 40 MB and is made again with every change of what it holds. */
const forgetOldest = async (folder: string, kind: string): Promise<void> => {
  const files = (await readdir(folder)).filter((name) => name.startsWith(kind)).map((name) => join(folder, name));
  const ages = await Promise.all(files.map(async (file) => ({ file, at: (await stat(file)).mtimeMs })));
  const old = ages.sort((a, b) => b.at - a.at).slice(KEPT);
  await Promise.all(old.map(({ file }) => rm(file, { force: true })));
};

/** Written aside and put in place at once: several workers may make the same snapshot at a time. */
const keep = async (lite: PGlite, file: string): Promise<void> => {
  const aside = `${file}.${process.pid}`;
  const data = await dataFolderOf(lite);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(aside, serialize(data));
  await rename(aside, file);
  await forgetOldest(dirname(file), basename(file).replace(/-.*/, ""));
};

export const makeMigratedSnapshot = async (): Promise<string> => {
  const file = snapshotOf.migrated();
  if (existsSync(file)) return file;
  const lite = await startLite({ initDbStartParams: ["--wal-segsize=1"] });
  const database = await databaseOver(lite, migrateTheEmbedded, { vault: testVault() });
  await keep(lite, file);
  await database.close();
  return file;
};

/** Made when a test first asks for it. */
const makeSeededSnapshot = async (): Promise<string> => {
  const file = snapshotOf.seeded();
  if (existsSync(file)) return file;
  const lite = await startFrom(await makeMigratedSnapshot());
  const database = await databaseOver(lite, migrateTheEmbedded, { vault: testVault() });
  await seed(database);
  await keep(lite, file);
  await database.close();
  return file;
};

/** The embedded database itself, with the demo data: for whoever steers its transactions. */
export const startSeededCopy = async (): Promise<RewindingLite> => startFrom(await makeSeededSnapshot());

/** Those of a worker that nobody has open, by the snapshot they go back to. */
const idle = new Map<string, RewindingLite[]>();

const borrow = async (file: string): Promise<RewindingLite> => {
  const known = idle.get(file)?.pop();
  if (known !== undefined) return known;
  const lite = await startFrom(file);
  await lite.keep();
  return lite;
};

const giveBack = async (file: string, lite: RewindingLite): Promise<void> => {
  await lite.rewind();
  idle.set(file, [...(idle.get(file) ?? []), lite]);
};

/** An embedded database until it is closed: whoever asks of it later would ask of another's. */
const untilClosed = (lite: PGlite, close: () => Promise<void>): PGlite => {
  let isClosed = false;
  const closing = async (): Promise<void> => {
    if (isClosed) return;
    isClosed = true;
    await close();
  };
  return new Proxy(lite, {
    get: (target, key) => {
      if (key === "close") return closing;
      if (isClosed && key !== "then") throw new Error("This database is closed");
      const found = Reflect.get(target, key, target);
      return typeof found === "function" ? found.bind(target) : found;
    },
  });
};

export const openEmbeddedCopy = async (seeded: boolean, { vault, onStatement }: OverOptions): Promise<Database> => {
  const file = await (seeded ? makeSeededSnapshot() : makeMigratedSnapshot());
  const borrowed = await borrow(file);
  const lite = untilClosed(borrowed, () => giveBack(file, borrowed));
  const database = await databaseOver(lite, async () => {}, { vault, onStatement });
  return ownedBy(database, (text, values) =>
    lite.transaction(async (tx) => {
      await tx.exec("set local role none");
      return (await tx.query(text, values.map(toWire))).rows;
    }),
  );
};
