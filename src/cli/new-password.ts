import { randomBytes } from "node:crypto";
import { Refusal } from "../domain/refusal.js";
import { askHidden, readFirstLine } from "./hidden-prompt.js";

export interface NewPassword {
  readonly password: string;
  /** Nobody knows it yet: it has to be shown, once. */
  readonly generated: boolean;
}

/** 120 bits. */
export const generatePassword = (): string => randomBytes(15).toString("base64url");

const chosen = (password: string): NewPassword => ({ password, generated: false });

const generated = (): NewPassword => ({ password: generatePassword(), generated: true });

const askTwice = async (): Promise<NewPassword> => {
  const password = await askHidden("Password (empty: one is generated): ");
  if (password === "") return generated();
  if (password !== (await askHidden("The same again: ")))
    throw new Refusal("BAD_USER_INPUT", "The two passwords differ.");
  return chosen(password);
};

/** From the terminal, from what is piped in, or generated. Never from an argument: those are seen by every user. */
export const newPassword = async (): Promise<NewPassword> => {
  if (process.stdin.isTTY) return askTwice();
  const line = await readFirstLine();
  return line === null || line === "" ? generated() : chosen(line);
};
