import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { print } from "graphql";

/** What was not shown in full: where, how much of it, and the clause of the policy. */
export interface Disclosure {
  readonly path: string;
  readonly level: string;
  readonly grade: string;
  readonly clause: string;
}

export interface Answer<T> {
  readonly data: T;
  readonly disclosures: readonly Disclosure[];
}

interface Body<T> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly message: string }[];
  readonly extensions?: { readonly disclosures?: readonly Disclosure[] };
}

const post = async (url: string, body: object, token: string | null): Promise<Response> => {
  const authorization: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
  const headers = { "content-type": "application/json", ...authorization };
  try {
    return await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  } catch {
    throw new Error(`No archive answers at ${url}. Start one with \`npm start\`, or say where it is by ARCHIVE_URL.`);
  }
};

/** Asks an archive one thing. Document and variables are typed by codegen, and so is the answer. */
export const ask = async <T, V extends object>(
  url: string,
  token: string | null,
  document: TypedDocumentNode<T, V>,
  variables: V,
): Promise<Answer<T>> => {
  const response = await post(url, { query: print(document), variables }, token);
  const { data, errors = [], extensions } = (await response.json()) as Body<T>;
  if (data == null || errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return { data, disclosures: extensions?.disclosures ?? [] };
};
