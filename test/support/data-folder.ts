import { MemoryFS, type PGlite } from "@electric-sql/pglite";

/** Where the embedded database keeps its data. */
const ROOT = "/pglite/data";

/** What stands in a data folder, by its path: a file's bytes, or null for a folder, which comes before what is in it. */
export type DataFolder = ReadonlyMap<string, Uint8Array | null>;
type Entry = readonly [path: string, bytes: Uint8Array | null];

const entriesOf = (fs: PGlite["Module"]["FS"], folder: string): Entry[] =>
  (fs.readdir(folder) as string[])
    .filter((name) => name !== "." && name !== "..")
    .map((name) => `${folder}/${name}`)
    .flatMap((path): Entry[] =>
      fs.isDir(fs.stat(path).mode) ? [[path, null], ...entriesOf(fs, path)] : [[path, fs.readFile(path)]],
    );

/** A database's data, for others to begin with. */
export const dataFolderOf = async (lite: PGlite): Promise<DataFolder> => {
  // Else whoever begins with it would replay what was written since the last one, as after a crash.
  await lite.exec("checkpoint");
  const { rows } = await lite.query<{ name: string }>("select pg_walfile_name(pg_current_wal_lsn()) as name");
  const current = `${ROOT}/pg_wal/${rows[0]?.name}`;
  // Made in advance, to be written ahead into: as large as all the rest, and of no use yet.
  const isAhead = (path: string): boolean => /\/pg_wal\/[0-9A-F]{24}$/.test(path) && path > current;
  return new Map(entriesOf(lite.Module.FS, ROOT).filter(([path]) => !isAhead(path)));
};

/** A file system in memory that begins with this. Unpacking an archive takes longer than all the rest of a start. */
export class FilledFS extends MemoryFS {
  constructor(private readonly data: DataFolder) {
    super();
  }

  override async initialSyncFs(): Promise<void> {
    const { FS } = (this.pg as PGlite).Module;
    for (const [path, bytes] of this.data)
      if (bytes === null) FS.mkdirTree(path, 0o700);
      else FS.writeFile(path, bytes.slice(), { mode: 0o600, canOwn: true });
  }
}
