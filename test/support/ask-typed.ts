import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { print } from "graphql";
import type { Answer, Archive } from "./archive.js";

interface TypedAnswer<T> extends Omit<Answer, "data"> {
  readonly data: T;
}

/** Asks a document of `test/generated`: its variables and what it answers are typed by the schema. */
export const askTyped = async <T, V extends object>(
  archive: Archive,
  username: string,
  document: TypedDocumentNode<T, V>,
  variables: V,
): Promise<TypedAnswer<T>> => {
  const answer = await archive.ask(username, print(document), variables);
  if (answer.data == null) throw new Error(answer.text);
  return answer as TypedAnswer<T>;
};
