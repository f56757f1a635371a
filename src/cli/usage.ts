import { type ParseArgsConfig, parseArgs } from "node:util";
import { Refusal } from "../domain/refusal.js";

/** What is wrong, where that is known, and how the command is called. */
export const misuse = (usage: string, wrong?: string): Refusal =>
  new Refusal("BAD_USER_INPUT", wrong === undefined ? usage : `${wrong}\n${usage}`);

const isMisuse = (error: unknown): error is TypeError =>
  error instanceof TypeError && "code" in error && `${error.code}`.startsWith("ERR_PARSE_ARGS_");

/** Of Node's own words the first sentence: what follows it is about quoting. */
const firstSentence = (message: string): string => `${message.split(/\.\s/)[0]}.`;

/** @throws Refusal BAD_USER_INPUT: which option is wrong, then the usage */
export const readArguments = <const T extends ParseArgsConfig>(
  usage: string,
  config: T,
): ReturnType<typeof parseArgs<T>> => {
  try {
    return parseArgs(config);
  } catch (error) {
    throw isMisuse(error) ? misuse(usage, firstSentence(error.message)) : error;
  }
};

/** Whether it is only asked how the command is called; then it is said. */
export const saysUsage = (usage: string, args: readonly string[]): boolean => {
  if (!args.includes("--help")) return false;
  process.stdout.write(`${usage}\n`);
  return true;
};
