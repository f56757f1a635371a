import { basename } from "node:path";
import { z } from "zod";
import { Refusal } from "../domain/refusal.js";

/** A document as it was found, and the id its maker gave it. */
export interface FoundDocument {
  readonly file: string;
  /** Null: the hash of the text. */
  readonly id: string | null;
  readonly body: string;
}

/** Apollo's `generate-persisted-query-manifest`. */
const ofApollo = z.object({
  format: z.literal("apollo-persisted-query-manifest"),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string(), body: z.string() })),
});

/** graphql-codegen's `persisted-documents.json`, and what the Relay compiler writes for `persistConfig.file`. */
const byId = z
  .record(z.string(), z.string())
  .transform((bodies) => ({ operations: Object.entries(bodies).map(([id, body]) => ({ id, body })) }));

const manifest = z.union([ofApollo, byId]);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** @throws Refusal BAD_USER_INPUT unless it has one of the known forms */
export const readManifest = (file: string, text: string): FoundDocument[] => {
  const read = manifest.safeParse(parsed(text));
  if (read.success) return read.data.operations.map((operation) => ({ file, ...operation }));
  throw new Refusal(
    "BAD_USER_INPUT",
    `${basename(file)}: no manifest. Known are those of graphql-codegen and Relay (an object of id: text) and Apollo's.`,
  );
};
