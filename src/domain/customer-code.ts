/** Crockford's base 32: no I, L, O, U, so that a code survives being read out. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export const CUSTOMER_CODE_BYTES = 8;

/** A code from random bytes, not from a sequence: a number in a row would tell how many customers other branches win. */
export const customerCodeFrom = (random: Uint8Array): string =>
  `C${Array.from(random, (byte) => ALPHABET.charAt(byte % 32)).join("")}`;

export const isCustomerCode = (text: string): boolean => /^[A-Z0-9][A-Z0-9-]{0,31}$/.test(text);
