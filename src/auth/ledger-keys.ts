import { createHmac, createPrivateKey, createPublicKey, hkdfSync, sign, verify } from "node:crypto";
import { LRUCache } from "lru-cache";

/** Customers whose marks are kept: making one takes longer than reading a row. */
const MOST_MARKS = 50_000;
/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410, 7). */
const ED25519 = Buffer.from("302e020100300506032b657004220420", "hex");
/** The same of its public half in SPKI (RFC 8410, 4). */
const ED25519_PUBLIC = Buffer.from("302a300506032b6570032100", "hex");

/** What the ledger is kept with. Whoever can write to the database and has none of it cannot write history anew. */
export interface LedgerKeys {
  /** Tells one key from another, and nothing of it. */
  readonly id: string;
  /** Of a signed head, base64: checks it without the key. */
  readonly publicKey: string;
  /** What stands for a customer: 128 bits of HMAC-SHA-256 in the form of a uuid. */
  markOf(customerId: string): string;
  /** HMAC-SHA-256, hexadecimal, of one kind of thing: that of an entry is none of a batch. */
  hash(kind: "entry" | "batch" | "head", text: string): string;
  /** Ed25519, base64. */
  sign(text: string): string;
}

const asUuid = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");

/** All keys of the ledger, each for one purpose, from the one secret of `LEDGER_KEY`. */
export const ledgerKeys = (secret: string): LedgerKeys => {
  const derived = (purpose: string): Buffer =>
    Buffer.from(hkdfSync("sha256", secret, "customer-credit-archive ledger", purpose, 32));
  const [customers, entry, batch, head] = ["customer", "entry", "batch", "head"].map(derived) as [
    Buffer,
    Buffer,
    Buffer,
    Buffer,
  ];
  const keyOf = { entry, batch, head };
  const hmac = (key: Buffer, text: string): string => createHmac("sha256", key).update(text).digest("hex");
  const signing = createPrivateKey({
    key: Buffer.concat([ED25519, derived("signature")]),
    format: "der",
    type: "pkcs8",
  });
  const publicKey = createPublicKey(signing).export({ format: "der", type: "spki" }).subarray(ED25519_PUBLIC.length);
  const marks = new LRUCache<string, string>({ max: MOST_MARKS });
  return {
    id: hmac(derived("id"), "").slice(0, 16),
    publicKey: publicKey.toString("base64"),
    markOf: (customerId) => {
      const mark = marks.get(customerId) ?? asUuid(hmac(customers, customerId));
      marks.set(customerId, mark);
      return mark;
    },
    hash: (kind, text) => hmac(keyOf[kind], text),
    sign: (text) => sign(null, Buffer.from(text), signing).toString("base64"),
  };
};

/** Whether a text was signed by whoever has the private half of a key. */
export const isSignedBy = (publicKey: string, text: string, signature: string): boolean => {
  try {
    const der = Buffer.concat([ED25519_PUBLIC, Buffer.from(publicKey, "base64")]);
    const key = createPublicKey({ key: der, format: "der", type: "spki" });
    return verify(null, Buffer.from(text), key, Buffer.from(signature, "base64"));
  } catch {
    return false;
  }
};
