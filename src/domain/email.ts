/** Loose on purpose: one `@`, something before it, a dotted domain behind it. Only a letter sent proves an address. */
export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text);
