import { z } from "zod";
import { Role } from "./auth/role.js";
import { type Keyring, keyBytes, readKeys } from "./db/encryption/keyring.js";
import { namesOf } from "./domain/enumeration.js";

// The kinds of values a variable of the environment can have.

export const whole = (least: number, most: number, preset: number) => {
  const reason = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,12}$/, reason)
    .transform(Number)
    .refine((number) => number >= least && number <= most, reason)
    .prefault(String(preset));
};

export const yesOrNo = z.enum(["true", "false"], "must be true or false").transform((answer) => answer === "true");

export const oneOf = <const T extends readonly [string, ...string[]]>(...names: T) =>
  z.enum(names, `must be one of ${names.join(", ")}`);

/** `id:base64,…`, the current key first. */
export const encryptionKeys = (list: string, context: z.RefinementCtx): Keyring["keys"] => {
  const read = readKeys(list);
  if ("keys" in read) return read.keys;
  context.addIssue(read.fault);
  return z.NEVER;
};

export const lookupKey = (base64: string, context: z.RefinementCtx): Buffer => {
  const bytes = keyBytes(base64.trim());
  if (bytes !== null) return bytes;
  context.addIssue("must be 32 bytes in base64 (openssl rand -base64 32)");
  return z.NEVER;
};

export const isPostgresUrl = (text: string): boolean =>
  URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol) && new URL(text).pathname.length > 1;

export const isOrigin = (text: string): boolean =>
  /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;

/** Offsets such as +08:00 are no zones: they know nothing of the past. */
export const isTimeZone = (name: string): boolean => {
  try {
    return /^[A-Z]/i.test(name) && new Intl.DateTimeFormat("en", { timeZone: name }).format() !== "";
  } catch {
    return false;
  }
};

/** Where a provider calls the roles what they are called here. */
export const ROLES_AS_THEY_ARE: ReadonlyMap<string, Role> = new Map(namesOf(Role).map((role) => [role, role]));

/** `credit-clerk=CLERK,…`; null for what is no such list. What a provider calls a role may hold an equals sign. */
export const rolesByName = (list: string): ReadonlyMap<string, Role> | null => {
  const pairs = list.split(",").map((pair): [string, Role | undefined] => {
    const [, name = "", role = ""] = /^(.+)=(.*)$/.exec(pair.trim()) ?? [];
    return [name.trim(), ROLES_AS_THEY_ARE.get(role.trim())];
  });
  const known = pairs.every((pair): pair is [string, Role] => pair[0] !== "" && pair[1] !== undefined);
  return known ? new Map(pairs as [string, Role][]) : null;
};
