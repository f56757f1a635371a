import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const SHORTEST = 32;

/** What becomes of what a secret was used for, should its file be lost: with a sign-in one signs in again. */
const WITHOUT_IT = {
  "token-secret": "delete it, and a new one is made; everybody has to sign in again",
  "ledger-key": "restore it from a backup; the read ledger cannot be verified without it",
  "encryption-keys": "restore it from a backup; what is encrypted cannot be read without it",
  "lookup-key": "restore it from a backup; what is encrypted cannot be found by its value without it",
} as const;

/** What a secret is for: the file it is kept in when none is configured. */
export type SecretName = keyof typeof WITHOUT_IT;

/** The file of a secret is there and cannot be used: one line for the operator. */
export class DamagedSecret extends Error {}

const isErrno = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;

/** Written aside and linked, which creates or fails: of two processes that start together one writes, and both read all of it. */
const makeUnlessThere = async (file: string, secret: string): Promise<void> => {
  const aside = `${file}.${randomBytes(6).toString("hex")}`;
  await writeFile(aside, secret, { mode: 0o600, flag: "wx" });
  try {
    await link(aside, file);
  } catch (error) {
    if (!isErrno(error, "EEXIST")) throw error;
  } finally {
    await rm(aside, { force: true });
  }
};

/**
 * A secret made once and kept in the data folder, readable by its owner alone, for whoever configured none. Production
 * has to configure it.
 *
 * @throws DamagedSecret for a file that cannot be read, or with fewer than 32 characters, saying what to do
 */
export const keptSecret = async (folder: string, name: SecretName, make: () => string): Promise<string> => {
  const file = join(folder, name);
  await mkdir(folder, { recursive: true });
  const read = async (): Promise<string | null> =>
    readFile(file, "utf8").catch((error: unknown) => {
      if (isErrno(error, "ENOENT")) return null;
      const { code, message } = error as NodeJS.ErrnoException;
      throw new DamagedSecret(`DATA_DIR: ${file} cannot be read: ${code ?? message}`, { cause: error });
    });
  if ((await read()) === null) await makeUnlessThere(file, make());
  const secret = ((await read()) ?? "").trim();
  if (secret.length < SHORTEST)
    throw new DamagedSecret(`DATA_DIR: ${file} holds no usable secret: ${WITHOUT_IT[name]}`);
  return secret;
};
