import { ENCODINGS } from "../commands/import/reading/encoding.js";
import type { ImportRequest } from "../commands/import-files.js";
import { misuse, readArguments } from "./usage.js";

export const IMPORT_USAGE = `usage: npm run import -- FILE… [--map MAP.json] [--branch CODE] [--as USERNAME] [--encoding ${ENCODINGS.join("|")}] [--sheet NAME] [--writers 1…16] [--dry-run]`;

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

const encodingNamed = (text: string | undefined) => ENCODINGS.find((each) => each === text?.toLowerCase());

const isWriters = (text: string): boolean =>
  Number.isInteger(Number(text)) && Number(text) >= 1 && Number(text) <= MOST_WRITERS;

const isSaid = (text: string): boolean => text !== "";

/** What the value of an option has to be, and what to say where it is not. */
const VALUES = {
  map: [isSaid, "a file"],
  branch: [isSaid, "the code of a branch"],
  as: [isSaid, "the name of an account"],
  encoding: [(text) => encodingNamed(text) !== undefined, `one of ${ENCODINGS.join(", ")}`],
  sheet: [isSaid, "the name of a sheet"],
  writers: [isWriters, `a whole number from 1 to ${MOST_WRITERS}`],
} as const satisfies Record<string, readonly [is: (text: string) => boolean, what: string]>;

const wrongIn = (values: Readonly<Record<string, unknown>>, files: readonly string[]): string | null => {
  for (const [name, [is, what]] of Object.entries(VALUES)) {
    const value = values[name];
    if (typeof value === "string" && !is(value)) return `--${name} "${value}" is not ${what}.`;
  }
  return files.length === 0 ? "No file is named." : null;
};

/** @throws Refusal BAD_USER_INPUT: what is wrong, then the usage */
export const parseImportOrder = (args: readonly string[]): ImportRequest => {
  const given = readArguments(IMPORT_USAGE, { args: [...args], options, allowPositionals: true });
  const { values, positionals: files } = given;
  const wrong = wrongIn(values, files);
  if (wrong !== null) throw misuse(IMPORT_USAGE, wrong);
  const { map, branch: branchCode, as: username, sheet, "dry-run": dryRun } = values;
  const writers = values.writers === undefined ? undefined : Number(values.writers);
  return { files, map, branchCode, username, encoding: encodingNamed(values.encoding), sheet, writers, dryRun };
};
