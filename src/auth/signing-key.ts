import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const generated = (): string => randomBytes(32).toString("base64url");

const isErrno = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;

/**
 * The secret that signs tokens: the configured one, else one generated once and kept beside the embedded database, so
 * that sign-ins outlive a restart. Production has to configure it.
 */
export const signingKey = async (configured: string | undefined, folder: string): Promise<string> => {
  if (configured !== undefined) return configured;
  const file = join(folder, "token-secret");
  await mkdir(folder, { recursive: true });
  // "wx" creates or fails: of two processes that start together one writes and both read the same.
  await writeFile(file, generated(), { mode: 0o600, flag: "wx" }).catch((error: unknown) => {
    if (!isErrno(error, "EEXIST")) throw error;
  });
  const secret = (await readFile(file, "utf8")).trim();
  if (secret.length < 32) throw new Error(`${file} holds no usable secret: delete it, and a new one is made`);
  return secret;
};
