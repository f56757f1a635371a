import { mkdir, mkdtemp, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CannotOpen } from "./cannot-open.js";

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** Not by Node's `recursive`: where a folder is that takes none (/proc) it tries for ever. */
const make = async (folder: string): Promise<void> => {
  if (await isFolder(folder)) return;
  const above = dirname(folder);
  if (above !== folder) await make(above);
  await mkdir(folder).catch(async (error: unknown) => {
    // Another process that starts at the same time may have been first.
    if (!(await isFolder(folder))) throw error;
  });
};

/** Whether something can be written there is known once something is. */
const tryOut = async (folder: string): Promise<void> => rm(await mkdtemp(join(folder, ".try-")), { recursive: true });

const NO_FOLDER = "it, or something on the way to it, is no folder";
const NOT_ALLOWED = "this user may not write there";

const REASONS: Readonly<Record<string, string>> = {
  EEXIST: NO_FOLDER,
  ENOTDIR: NO_FOLDER,
  ENOENT: "nothing can be made there",
  EACCES: NOT_ALLOWED,
  EPERM: NOT_ALLOWED,
  EROFS: "nothing can be written there",
  ENOSPC: "there is no space left",
};

/** Makes a folder for data, unless it is there. @throws CannotOpen for what cannot be one */
export const dataFolder = async (folder: string): Promise<void> => {
  try {
    await make(folder);
    await tryOut(folder);
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    throw new CannotOpen(`DATA_DIR: ${folder} cannot be used: ${REASONS[code] ?? message}`, { cause: error });
  }
};
