declare const kind: unique symbol;

/** A value as it is stored: encrypted, for one row of one column. What is in clear is no such thing to the compiler. */
export type Ciphertext = string & { readonly [kind]: "ciphertext" };

/** A keyed fingerprint of a value: equal values have equal ones, and nobody without the key makes one. */
export type Lookup = string & { readonly [kind]: "lookup" };

/** `v1.KEY.…`, behind it nonce, tag and what is encrypted; the same of texts (base64url) and of bytes. */
export const HEADER = /^v1\.([a-z0-9-]{1,16})\./;

/** As PostgreSQL writes it. Nonce and tag are 28 bytes: 38 characters. */
export const CIPHERTEXT_FORM = "^v1[.][a-z0-9-]{1,16}[.][A-Za-z0-9_-]{38,}$";

const FORM = new RegExp(CIPHERTEXT_FORM);

export const isCiphertext = (text: string): text is Ciphertext => FORM.test(text);
