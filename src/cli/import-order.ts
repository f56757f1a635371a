import { parseArgs } from "node:util";
import type { ImportRequest } from "../commands/import-register.js";
import { Refusal } from "../domain/refusal.js";

const USAGE = "usage: npm run import -- FILE… [--branch CODE] [--as USERNAME] [--dry-run]";

const options = {
  branch: { type: "string" },
  as: { type: "string" },
  "dry-run": { type: "boolean", default: false },
} as const;

/** @throws Refusal BAD_USER_INPUT with the usage */
export const parseImportOrder = (args: readonly string[]): ImportRequest => {
  try {
    const { values, positionals: files } = parseArgs({ args: [...args], options, allowPositionals: true });
    const { branch: branchCode, as: username, "dry-run": dryRun } = values;
    if (files.length > 0 && branchCode !== "" && username !== "") return { files, branchCode, username, dryRun };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new Refusal("BAD_USER_INPUT", USAGE);
};
