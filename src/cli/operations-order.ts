import { misuse, readArguments } from "./usage.js";

export const OPERATIONS_USAGE = `usage: npm run operations -- register FILE…|FOLDER… [--as USERNAME]
       npm run operations -- check FILE…|FOLDER…
       npm run operations -- list
       npm run operations -- remove ID…|NAME…`;

export type OperationsOrder =
  | { readonly what: "register"; readonly paths: readonly string[]; readonly by: string | undefined }
  | { readonly what: "check"; readonly paths: readonly string[] }
  | { readonly what: "remove"; readonly named: readonly string[] }
  | { readonly what: "list" };

const orderOf = (what: string | undefined, rest: readonly string[], by: string | undefined): OperationsOrder | null => {
  if (what === "register" && rest.length > 0 && by !== "") return { what, paths: rest, by };
  if (by !== undefined) return null;
  if (what === "check" && rest.length > 0) return { what, paths: rest };
  if (what === "remove" && rest.length > 0) return { what, named: rest };
  return what === "list" && rest.length === 0 ? { what } : null;
};

const options = { as: { type: "string" } } as const;

/** @throws Refusal BAD_USER_INPUT with the usage */
export const parseOperationsOrder = (args: readonly string[]): OperationsOrder => {
  const { values, positionals } = readArguments(OPERATIONS_USAGE, { args: [...args], options, allowPositionals: true });
  const [what, ...rest] = positionals;
  const order = orderOf(what, rest, values.as);
  if (order === null) throw misuse(OPERATIONS_USAGE);
  return order;
};
