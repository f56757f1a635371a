import { parseArgs } from "node:util";
import { Refusal } from "../domain/refusal.js";

const USAGE = `usage: npm run ledger -- verify [--head FILE]
       npm run ledger -- head`;

export type LedgerOrder = { readonly what: "verify"; readonly head: string | undefined } | { readonly what: "head" };

/** @throws Refusal BAD_USER_INPUT with the usage */
export const parseLedgerOrder = (args: readonly string[]): LedgerOrder => {
  try {
    const options = { head: { type: "string" } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [what, ...rest] = positionals;
    if (what === "verify" && rest.length === 0 && values.head !== "") return { what, head: values.head };
    if (what === "head" && rest.length === 0 && values.head === undefined) return { what };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new Refusal("BAD_USER_INPUT", USAGE);
};
