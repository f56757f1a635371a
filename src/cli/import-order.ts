import { parseArgs } from "node:util";
import { ENCODINGS } from "../commands/import/reading/encoding.js";
import type { ImportRequest } from "../commands/import-files.js";
import { Refusal } from "../domain/refusal.js";

const USAGE = `usage: npm run import -- FILE… [--map MAP.json] [--branch CODE] [--as USERNAME] [--encoding ${ENCODINGS.join("|")}] [--sheet NAME] [--writers 1…16] [--dry-run]`;

/** Each holds a connection. */
const MOST_WRITERS = 16;

const options = {
  map: { type: "string" },
  branch: { type: "string" },
  as: { type: "string" },
  encoding: { type: "string" },
  sheet: { type: "string" },
  writers: { type: "string" },
  "dry-run": { type: "boolean", default: false },
} as const;

const isWriters = (count: number): boolean => Number.isInteger(count) && count >= 1 && count <= MOST_WRITERS;

const parse = (args: readonly string[]): ImportRequest | null => {
  const { values, positionals: files } = parseArgs({ args: [...args], options, allowPositionals: true });
  const { map, branch: branchCode, as: username, encoding: named, sheet, "dry-run": dryRun } = values;
  const writers = values.writers === undefined ? undefined : Number(values.writers);
  const encoding = ENCODINGS.find((each) => each === named?.toLowerCase());
  const unsaid = [branchCode, username, map, sheet].includes("") || (named !== undefined && encoding === undefined);
  if (files.length === 0 || unsaid || (writers !== undefined && !isWriters(writers))) return null;
  return { files, map, branchCode, username, encoding, sheet, writers, dryRun };
};

/** @throws Refusal BAD_USER_INPUT with the usage */
export const parseImportOrder = (args: readonly string[]): ImportRequest => {
  try {
    const order = parse(args);
    if (order !== null) return order;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new Refusal("BAD_USER_INPUT", USAGE);
};
