import { Refusal } from "../../../domain/refusal.js";

const UNREADABLE_FILE: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "it may not be read",
  EISDIR: "it is a folder",
};

/** @throws Refusal BAD_USER_INPUT for a file that cannot be read; the rest of what goes wrong as it is */
export const readable = async <T>(file: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    const reason = UNREADABLE_FILE[(error as NodeJS.ErrnoException).code ?? ""];
    throw reason === undefined ? error : new Refusal("BAD_USER_INPUT", `${file}: ${reason}.`);
  }
};
