import type { Rotation } from "../commands/rotate-keys.js";
import type { Unreadable } from "../db/encryption/cipher.js";
import { LOOKUP_KEY, type Vault } from "../db/encryption/vault.js";

export const unreadableLine = ({ place, fault }: Pick<Unreadable, "place" | "fault">): string =>
  `${place} cannot be decrypted (${fault}) and stays as it is`;

export const rotationLine = ({ rotated, unreadable }: Rotation, seconds: number): string =>
  `${rotated} rows are under the current key now${unreadable > 0 ? `, ${unreadable} UNREADABLE` : ""} (${seconds.toFixed(1)} s).`;

/** What each key is needed for, and whether every one but the current may be taken away. */
export const needLines = (
  inUse: ReadonlyMap<string, number>,
  { currentKey, proofs }: Pick<Vault, "currentKey" | "proofs">,
): { readonly lines: readonly string[]; readonly done: boolean } => {
  const known = [...new Set([currentKey, ...proofs.keys(), ...inUse.keys()])].filter((id) => id !== LOOKUP_KEY);
  const lines = known.map((id) => {
    const count = inUse.get(id) ?? 0;
    if (id === currentKey) return `${id}: ${count} values, the current key`;
    return count === 0 ? `${id}: no value, it may be taken away` : `${id}: ${count} values still need it`;
  });
  return { lines, done: known.every((id) => id === currentKey || !inUse.get(id)) };
};
