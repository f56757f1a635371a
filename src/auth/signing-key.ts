import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const generated = (): string => randomBytes(32).toString("base64url");

const isErrno = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;

/** What a secret is for: the file it is kept in when none is configured. */
type SecretName = "token-secret" | "ledger-key";

/**
 * The secret that signs tokens, or that of the ledger: the configured one, else one generated once and kept beside the
 * embedded database, so that sign-ins outlive a restart. Production has to configure both.
 */
export const signingKey = async (
  configured: string | undefined,
  folder: string,
  name: SecretName = "token-secret",
): Promise<string> => {
  if (configured !== undefined) return configured;
  const file = join(folder, name);
  await mkdir(folder, { recursive: true });
  // "wx" creates or fails: of two processes that start together one writes and both read the same.
  await writeFile(file, generated(), { mode: 0o600, flag: "wx" }).catch((error: unknown) => {
    if (!isErrno(error, "EEXIST")) throw error;
  });
  const secret = (await readFile(file, "utf8")).trim();
  if (secret.length < 32) throw new Error(`${file} holds no usable secret: delete it, and a new one is made`);
  return secret;
};
