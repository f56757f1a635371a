import { misuse, readArguments } from "./usage.js";

export const LEDGER_USAGE = `usage: npm run ledger -- verify [--head FILE]
       npm run ledger -- head`;

export type LedgerOrder = { readonly what: "verify"; readonly head: string | undefined } | { readonly what: "head" };

const options = { head: { type: "string" } } as const;

/** @throws Refusal BAD_USER_INPUT with the usage */
export const parseLedgerOrder = (args: readonly string[]): LedgerOrder => {
  const { values, positionals } = readArguments(LEDGER_USAGE, { args: [...args], options, allowPositionals: true });
  const [what, ...rest] = positionals;
  if (what === "verify" && rest.length === 0 && values.head !== "") return { what, head: values.head };
  if (what === "head" && rest.length === 0 && values.head === undefined) return { what };
  throw misuse(LEDGER_USAGE);
};
