import { readKeys } from "../dist/db/encryption/keyring.js";
import { Vault } from "../dist/db/encryption/vault.js";

const LOOKUP = Buffer.alloc(32, "fingerprints of benches ");

/** As the servers of a bench are configured; nobody's data are behind it. */
export const KEYS = {
  ENCRYPTION_KEYS: `bench:${Buffer.alloc(32, "a key of benches ").toString("base64")}`,
  LOOKUP_KEY: LOOKUP.toString("base64"),
};

/** The same, about to be brought under another key. */
export const rotating = new Vault({
  keys: [{ id: "next", bytes: Buffer.alloc(32, "another key of benches ") }, ...readKeys(KEYS.ENCRYPTION_KEYS).keys],
  lookup: LOOKUP,
});

export const vault = new Vault({ ...readKeys(KEYS.ENCRYPTION_KEYS), lookup: LOOKUP });
