import { type GraphQLSchema, isObjectType } from "graphql";
import type { Database } from "../db/database.js";
import type { EncryptedColumn, Vault } from "../db/encryption/vault.js";
import { OF_ROW } from "../db/selection/leaves.js";
import { shapeOf } from "./check-readable.js";

/** Every masked twin begins so, and no ciphertext does. */
const MASKED = "****";

/** What a statement answers: a masked twin, which is in clear, or a ciphertext and the row it stands in. */
const decrypted = (vault: Vault, column: EncryptedColumn, read: unknown): string | null => {
  if (typeof read !== "string") return null;
  if (read.startsWith(MASKED)) return read;
  const at = read.lastIndexOf(OF_ROW);
  return vault.show(column, read.slice(at + 1), read.slice(0, Math.max(0, at)));
};

/**
 * Fields that are stored encrypted are decrypted as they leave, one by one and only here. Their guard comes first
 * (auth/guard.ts wraps this): of what may not pass not even the ciphertext is looked at.
 */
export const decryptLeaves = (schema: GraphQLSchema): void => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const shape = shapeOf(type)?.fields;
    for (const [name, field] of Object.entries(type.getFields())) {
      const how = shape?.[name];
      if (how?.kind !== "leaf" || how.encrypted === undefined) continue;
      const column = how.encrypted;
      field.resolve = (parent: Record<string, unknown>, _args, { database }: { readonly database: Database }) =>
        decrypted(database.vault, column, parent[name]);
    }
  }
};
