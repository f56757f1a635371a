import { parseArgs } from "node:util";
import { Refusal } from "../domain/refusal.js";

const USAGE = "usage: npm run account -- create-admin --username NAME [--display-name TEXT]";

export interface Order {
  readonly username: string;
  readonly displayName: string;
}

const options = { username: { type: "string" }, "display-name": { type: "string" } } as const;

/** @throws Refusal BAD_USER_INPUT with the usage */
export const parseOrder = (args: readonly string[]): Order => {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const { username, "display-name": displayName = username } = values;
    if (positionals.join(" ") === "create-admin" && username && displayName) return { username, displayName };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new Refusal("BAD_USER_INPUT", USAGE);
};
