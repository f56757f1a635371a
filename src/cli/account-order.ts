import { misuse, readArguments } from "./usage.js";

export const ACCOUNT_USAGE = `usage: npm run account -- create-admin --username NAME [--display-name TEXT]
       npm run account -- reset-password --username NAME`;

export type Order =
  | { readonly command: "create-admin"; readonly username: string; readonly displayName: string }
  | { readonly command: "reset-password"; readonly username: string };

const options = { username: { type: "string" }, "display-name": { type: "string" } } as const;

/** @throws Refusal BAD_USER_INPUT with the usage */
export const parseOrder = (args: readonly string[]): Order => {
  const { values, positionals } = readArguments(ACCOUNT_USAGE, { args: [...args], options, allowPositionals: true });
  const command = positionals.join(" ");
  const { username, "display-name": given } = values;
  const displayName = given ?? username;
  if (command === "create-admin" && username && displayName) return { command, username, displayName };
  if (command === "reset-password" && username && given === undefined) return { command, username };
  throw misuse(ACCOUNT_USAGE);
};
