import type { BriefCache } from "../auth/brief-cache.js";
import { idOf, isIdOf } from "../commands/operation-id.js";
import type { PersistedOperation } from "../commands/persisted-operations.js";
import type { Persisted } from "../context.js";
import { Refusal } from "../domain/refusal.js";
import type { GraphqlRequest } from "./graphql-request.js";

export interface Operations {
  /** Whether documents nobody registered are answered. */
  readonly accepted: "any" | "registered";
  readonly registered: BriefCache<PersistedOperation>;
}

/** The text to run, and as which registered operation. */
export interface RequestedDocument {
  readonly query: string;
  readonly persisted: Persisted | null;
}

type Asked = Pick<GraphqlRequest, "query" | "documentId">;

/** One answer, whatever the reason: that a document is registered is nobody's to find out by its text. */
const onlyRegistered = (): Refusal => new Refusal("FORBIDDEN", "Only registered operations are answered here.");

/** @throws Refusal FORBIDDEN unless what is asked for is registered, by its id or word for word */
const amongRegistered = async (registered: Operations["registered"], { query, documentId }: Asked, now: Date) => {
  const found = await registered.read(documentId ?? idOf(query ?? ""), now);
  if (found === null || (query !== null && query !== found.body)) throw onlyRegistered();
  return { query: found.body, persisted: { id: found.id, name: found.name } };
};

/** The message is the one Apollo's and urql's clients wait for, to send the text: it is run, and never kept. */
const unknownId = (): Refusal => new Refusal("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound");

const checkFits = (id: string, query: string): void => {
  if (!isIdOf(id, query))
    throw new Refusal("BAD_USER_INPUT", "`query` is not the text its id stands for: send one of the two.");
};

/**
 * The document of a request, found before anything of it is parsed.
 *
 * @throws Refusal FORBIDDEN where only registered operations are answered; PERSISTED_QUERY_NOT_FOUND for an unknown id
 */
export const requestedDocument = async (
  { accepted, registered }: Operations,
  asked: Asked,
  now: Date,
): Promise<RequestedDocument> => {
  if (accepted === "registered") return amongRegistered(registered, asked, now);
  const { query, documentId } = asked;
  if (documentId === null) return { query: query ?? "", persisted: null };
  if (query !== null) checkFits(documentId, query);
  const found = await registered.read(documentId, now);
  if (found !== null) return { query: found.body, persisted: { id: found.id, name: found.name } };
  if (query === null) throw unknownId();
  return { query, persisted: null };
};
