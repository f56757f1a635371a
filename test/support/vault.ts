import type { EncryptionKey } from "../../src/db/encryption/keyring.js";
import { type OnUnreadable, Vault } from "../../src/db/encryption/vault.js";

/** A key of its own for every name, the same in every run. */
export const testKey = (id: string): EncryptionKey => ({ id, bytes: Buffer.alloc(32, `the key ${id} of tests `) });

const LOOKUP = Buffer.alloc(32, "fingerprints of tests ");

/** As a process on a test database is configured. */
export const TEST_KEYS = {
  ENCRYPTION_KEYS: `k1:${testKey("k1").bytes.toString("base64")}`,
  LOOKUP_KEY: LOOKUP.toString("base64"),
};

/** A vault with these keys, the first one current: of every test database it is k1. */
export const testVault = (ids: readonly [string, ...string[]] = ["k1"], onUnreadable?: OnUnreadable): Vault => {
  const [first, ...others] = ids;
  return new Vault({ keys: [testKey(first), ...others.map(testKey)], lookup: LOOKUP }, onUnreadable);
};
