import { misuse, readArguments } from "./usage.js";

export const ACCOUNT_USAGE = "usage: npm run account -- create-admin --username NAME [--display-name TEXT]";

export interface Order {
  readonly username: string;
  readonly displayName: string;
}

const options = { username: { type: "string" }, "display-name": { type: "string" } } as const;

/** @throws Refusal BAD_USER_INPUT with the usage */
export const parseOrder = (args: readonly string[]): Order => {
  const given = readArguments(ACCOUNT_USAGE, { args: [...args], options, allowPositionals: true });
  const { username, "display-name": displayName = username } = given.values;
  if (given.positionals.join(" ") === "create-admin" && username && displayName) return { username, displayName };
  throw misuse(ACCOUNT_USAGE);
};
