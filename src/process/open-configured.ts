import { randomBytes } from "node:crypto";
import { keptSecret } from "../auth/kept-secret.js";
import { type Config, ConfigurationError } from "../config.js";
import { dataFolder } from "../db/data-folder.js";
import type { Database } from "../db/database.js";
import { type Keyring, keyBytes, readKeys } from "../db/encryption/keyring.js";
import { type OnUnreadable, Vault } from "../db/encryption/vault.js";
import { openDatabase } from "../db/open.js";

const newKey = (): string => randomBytes(32).toString("base64");

const unusable = (file: string): ConfigurationError =>
  new ConfigurationError("DATA_DIR", `${file} in it holds no usable key; what is encrypted cannot be read without it`);

/** The configured keys; for trial those of the data folder, made once: without them nothing encrypted is read again. */
const keyringOf = async ({ encryption, dataDir }: Config): Promise<Keyring> => {
  if (encryption !== null) return encryption;
  await dataFolder(dataDir);
  const read = readKeys(await keptSecret(dataDir, "encryption-keys", () => `trial:${newKey()}`));
  if ("fault" in read) throw unusable("encryption-keys");
  const lookup = keyBytes(await keptSecret(dataDir, "lookup-key", newKey));
  if (lookup === null) throw unusable("lookup-key");
  return { keys: read.keys, lookup };
};

export interface Heard {
  readonly onProgress?: (line: string) => void;
  readonly onUnreadable?: OnUnreadable;
}

/** The database this process is configured for, with the keys to what is encrypted in it. */
export const openConfigured = async (config: Config, { onProgress, onUnreadable }: Heard = {}): Promise<Database> => {
  const vault = new Vault(await keyringOf(config), onUnreadable);
  return openDatabase({ ...config.database, dataDir: config.dataDir, vault, ...(onProgress && { onProgress }) });
};
