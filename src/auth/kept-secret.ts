import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const isErrno = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;

/**
 * A secret made once and kept in the data folder, readable by its owner alone, for whoever configured none. Production
 * has to configure it.
 */
export const keptSecret = async (folder: string, name: string, make: () => string): Promise<string> => {
  const file = join(folder, name);
  await mkdir(folder, { recursive: true });
  // "wx" creates or fails: of two processes that start together one writes and both read the same.
  await writeFile(file, make(), { mode: 0o600, flag: "wx" }).catch((error: unknown) => {
    if (!isErrno(error, "EEXIST")) throw error;
  });
  const secret = (await readFile(file, "utf8")).trim();
  if (secret.length < 32) throw new Error(`${file} holds no usable secret: delete it, and a new one is made`);
  return secret;
};
