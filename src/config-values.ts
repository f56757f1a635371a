import { z } from "zod";

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
