import { basename } from "node:path";
import type { GraphQLSchema } from "graphql";
import { idOf, isIdOf, readId } from "../commands/operation-id.js";
import type { PersistedOperation } from "../commands/persisted-operations.js";
import { checkDocument } from "../execution/check-document.js";
import type { Limits } from "../execution/limits.js";
import type { FoundDocument } from "./operation-manifest.js";

export interface CheckedOperations {
  readonly operations: readonly PersistedOperation[];
  /** One line each: file, line, what is wrong. */
  readonly complaints: readonly string[];
}

const NO_HASH = "its id is not the SHA-256, SHA-1 or MD5 of its text";

const idFor = ({ id, body }: FoundDocument): string | null => {
  if (id === null) return idOf(body);
  const read = readId(id);
  return read !== null && isIdOf(read, body) ? read : null;
};

/** Documents against the full schema, not one role's: what a role is shown is decided when they run. */
export const checkOperations = (
  schema: GraphQLSchema,
  limits: Limits,
  documents: readonly FoundDocument[],
): CheckedOperations => {
  const operations = new Map<string, PersistedOperation>();
  const complaints: string[] = [];
  for (const document of documents) {
    const { names, complaints: found } = checkDocument(schema, document.body, limits);
    const name = names.join(", ") || basename(document.file);
    // In a manifest the lines are those of the text, which has a name there.
    const place = document.id === null ? document.file : `${document.file} (${name})`;
    const id = idFor(document);
    if (id === null) complaints.push(`${place}: ${NO_HASH}`);
    else operations.set(id, { id, name, body: document.body });
    for (const { line, message } of found) complaints.push(`${place}:${line}: ${message}`);
  }
  return { operations: [...operations.values()], complaints };
};
