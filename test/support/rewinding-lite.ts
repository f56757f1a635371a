import type { PGlite } from "@electric-sql/pglite";
import { PreparingLite } from "../../src/db/preparing-lite.js";

type FS = PGlite["Module"]["FS"];
/** What Emscripten keeps of a file or folder in memory, and of one that is open. */
interface Node {
  readonly mode: number;
  contents: Uint8Array | Record<string, Node>;
  usedBytes: number;
  mtime: number;
}
interface Stream {
  node: Node;
  readonly path: string;
  position: number;
  /** Null once it was closed. */
  fd: number | null;
}

/** No file is written at this moment: one that says otherwise has been. One that was cut off says nothing, but is shorter. */
const KEPT_AT = 0;

/** Where files come and go. */
const ROOTS = ["/pglite/data", "/tmp"];

/** What is loaded when it is first called could not be loaded again; and of each table the catalogue is read once for all. */
const LOAD = `select 'ab' % 'b'; do $$
  declare t name;
  begin
    for t in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' loop
      execute format('select from %I limit 0', t);
    end loop;
  end $$`;

interface Moment {
  readonly memory: Uint8Array;
  readonly stack: number;
  /** By path; null is a folder, which comes before what is in it. */
  readonly files: ReadonlyMap<string, Uint8Array | null>;
  readonly streams: readonly (readonly [stream: Stream, position: number] | null)[];
}

interface Inner {
  readonly FS: FS;
  readonly HEAPU8: Uint8Array;
  stackSave(): number;
  stackRestore(to: number): void;
}

const nodeAt = (fs: FS, path: string): Node => fs.lookupPath(path).node as unknown as Node;

const below = (fs: FS, folder: string): [path: string, node: Node][] =>
  Object.entries(nodeAt(fs, folder).contents as Record<string, Node>).flatMap(([name, node]) => {
    const path = `${folder}/${name}`;
    return fs.isDir(node.mode) ? [[path, node], ...below(fs, path)] : [[path, node]];
  });

/**
 * An embedded PostgreSQL that goes back to a moment: its memory, its files and what of them is open are what it is. Going back
 * takes a tenth of a start, and it has read its catalogue already.
 */
export class RewindingLite extends PreparingLite {
  #moment: Moment | undefined;

  get #inner(): Inner {
    return this.Module as unknown as Inner;
  }

  /** Goes back to here from now on. Nothing may be prepared yet. */
  async keep(): Promise<void> {
    await this.exec(LOAD);
    return this.runExclusive(async () => {
      const { FS, HEAPU8 } = this.#inner;
      const words = new Uint32Array(HEAPU8.buffer);
      const top = words.findLastIndex((word) => word !== 0) + 1;
      const entries = ROOTS.flatMap((root) => below(FS, root));
      this.#moment = {
        memory: HEAPU8.slice(0, top * Uint32Array.BYTES_PER_ELEMENT),
        stack: this.#inner.stackSave(),
        files: new Map(
          entries.map(([path, node]) => [path, FS.isDir(node.mode) ? null : FS.readFile(path).slice()] as const),
        ),
        streams: (FS.streams as unknown as (Stream | null)[]).map((stream) => stream && [stream, stream.position]),
      };
      for (const [, node] of entries) node.mtime = KEPT_AT;
    });
  }

  /** Once nothing runs any more. */
  rewind(): Promise<void> {
    return this.runExclusive(async () => {
      if (this.#moment === undefined) throw new Error("no moment was kept");
      this.#rewindFiles(this.#moment);
      const { HEAPU8 } = this.#inner;
      HEAPU8.set(this.#moment.memory);
      HEAPU8.fill(0, this.#moment.memory.length);
      this.#inner.stackRestore(this.#moment.stack);
      this.forgetPrepared();
    });
  }

  #rewindFiles({ files, streams }: Moment): void {
    const { FS } = this.#inner;
    // What is in a folder goes before it.
    for (const [path, node] of ROOTS.flatMap((root) => below(FS, root)).reverse())
      if (!files.has(path)) FS.isDir(node.mode) ? FS.rmdir(path) : FS.unlink(path);
    for (const [path, bytes] of files)
      if (bytes === null) FS.mkdirTree(path, 0o700);
      else {
        if (!FS.analyzePath(path).exists) FS.writeFile(path, "", { mode: 0o600 });
        const node = nodeAt(FS, path);
        if (node.mtime === KEPT_AT && node.usedBytes === bytes.length) continue;
        node.contents = bytes.slice();
        node.usedBytes = bytes.length;
        node.mtime = KEPT_AT;
      }
    const open = FS.streams as unknown as (Stream | null)[];
    open.length = streams.length;
    for (const [fd, kept] of streams.entries()) {
      open[fd] = kept?.[0] ?? null;
      if (kept === null) continue;
      const [stream, position] = kept;
      Object.assign(stream, { fd, position });
      if (ROOTS.some((root) => stream.path.startsWith(`${root}/`))) stream.node = nodeAt(FS, stream.path);
    }
  }
}
