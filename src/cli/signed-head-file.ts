import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { SignedHead } from "../commands/ledger-head.js";
import { Refusal } from "../domain/refusal.js";

const SIGNED_HEAD = z.object({
  key: z.string(),
  number: z.number(),
  lastSeq: z.number(),
  entries: z.number(),
  hash: z.string(),
  signedAt: z.string(),
  publicKey: z.string(),
  signature: z.string(),
});

/** npm says what it runs before what that prints, unless it is told not to. */
const jsonIn = (text: string): unknown => JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1));

/** @throws Refusal BAD_USER_INPUT when the file holds no signed head */
export const headIn = async (file: string): Promise<SignedHead> => {
  try {
    return SIGNED_HEAD.parse(jsonIn(await readFile(file, "utf8")));
  } catch {
    throw new Refusal("BAD_USER_INPUT", `${file} holds no signed head: it is what npm run ledger -- head prints.`);
  }
};
