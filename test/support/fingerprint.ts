import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const root = join(import.meta.dirname, "../..");

const filesIn = (folder: string): string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
    : [];

const lite = join(dirname(createRequire(import.meta.url).resolve("@electric-sql/pglite")), "../package.json");

/** Changes with every file in these folders of the project, and with the embedded database itself. */
const fingerprint = (...folders: string[]): string => {
  const hash = createHash("sha256").update(readFileSync(lite));
  for (const file of folders.flatMap(filesIn)) hash.update(file).update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
};

const snapshot = (kind: string, ...folders: string[]) =>
  join(root, ".cache/test-databases", `${kind}-${fingerprint(...folders)}.data`);

/** Where the snapshots of the embedded database are kept from run to run. */
export const snapshotOf = {
  migrated: () => snapshot("migrated", "drizzle"),
  seeded: () => snapshot("seeded", "drizzle", "src/db", "src/domain", "test/support"),
};
