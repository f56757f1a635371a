import { type Algorithm, hash, verify } from "@node-rs/argon2";
import { Refusal } from "../domain/refusal.js";

/** Characters, counted when a password is set. The upper bound keeps hashing it from becoming an attack. */
const PASSWORD_LENGTH = { least: 8, most: 128 } as const;

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, two passes, one lane. The enum is const: its value for argon2id is 2. */
const COST = { algorithm: 2 as Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Of 32 random bytes nobody kept, at the same cost: an unknown user is checked against it, so that it takes as long. */
const NOBODYS_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$jsz76ENsDeXxqBadH0gMew$F/00PSXnNpDUTxjFaCWbnBxNLmVnZJIRN3u/H02LLms";

/** One password, however the keyboard composed its characters. */
const composed = (password: string): string => password.normalize("NFKC");

/** @throws Refusal BAD_USER_INPUT outside {@link PASSWORD_LENGTH}, naming the field it was given in */
export const hashPassword = async (password: string, field = "password"): Promise<string> => {
  const { least, most } = PASSWORD_LENGTH;
  const { length } = [...composed(password)];
  if (length < least || length > most) {
    throw new Refusal("BAD_USER_INPUT", `A password has ${least} to ${most} characters.`, { field });
  }
  return hash(composed(password), COST);
};

/** Takes the same time for a hash and for none. */
export const verifyPassword = async (passwordHash: string | null, password: string): Promise<boolean> => {
  const tooLong = password.length > 4 * PASSWORD_LENGTH.most;
  const same = await verify(passwordHash ?? NOBODYS_HASH, tooLong ? "" : composed(password));
  return same && passwordHash !== null && !tooLong;
};
