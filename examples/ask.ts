import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { print } from "graphql";
import { type Answered, type Disclosure, disclosuresIn } from "../clients/disclosures.js";

export interface Answer<T> {
  readonly data: T;
  readonly disclosures: readonly Disclosure[];
}

interface Refused {
  readonly code?: string;
  /** What is wrong in particular, and what would be right. */
  readonly help?: string;
}

interface Body<T> extends Answered {
  readonly data?: T | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Refused }[];
}

/** Somebody who is signed in, and what for: an archive may refuse to show personal data without a purpose (SP4). */
export interface Asking {
  readonly token: string;
  /** CREDIT_ASSESSMENT, CONTRACT_PERFORMANCE, AFTER_SALE_SERVICE, DEBT_COLLECTION, LEGAL_DUTY or AUDIT. */
  readonly purpose: string;
}

const headersOf = (who: Asking | null): Record<string, string> =>
  who === null ? {} : { authorization: `Bearer ${who.token}`, "x-purpose": who.purpose };

const post = async (url: string, body: object, who: Asking | null): Promise<Response> => {
  const headers = { "content-type": "application/json", ...headersOf(who) };
  try {
    return await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  } catch {
    throw new Error(`No archive answers at ${url}. Start one with \`npm start\`, or say where it is by ARCHIVE_URL.`);
  }
};

/** Its id, which codegen wrote into it: where it is registered, the id says it all. */
const idOf = (document: object): string | undefined =>
  (document as { readonly __meta__?: { readonly hash?: string } }).__meta__?.hash;

const isUnknown = <T>({ errors = [] }: Body<T>): boolean =>
  errors.some(({ extensions }) => extensions?.code === "PERSISTED_QUERY_NOT_FOUND");

/** Asks an archive one thing. Document and variables are typed by codegen, and so is the answer. */
export const ask = async <T, V extends object>(
  url: string,
  who: Asking | null,
  document: TypedDocumentNode<T, V>,
  variables: V,
): Promise<Answer<T>> => {
  const answerTo = async (asked: object) => (await (await post(url, { ...asked, variables }, who)).json()) as Body<T>;
  const byId = await answerTo({ documentId: idOf(document) });
  const body = isUnknown(byId) ? await answerTo({ query: print(document) }) : byId;
  const { data, errors = [] } = body;
  if (data == null || errors.length > 0)
    throw new Error(errors.map(({ message, extensions }) => extensions?.help ?? message).join("\n"));
  return { data, disclosures: disclosuresIn(body) };
};
