import { createHash } from "node:crypto";
import { type DocumentNode, Kind, print, visit } from "graphql";

const known = new WeakMap<DocumentNode, string>();

/** What is written into a document may be a value of a record: a name, a code, a number. */
const withoutValues = (document: DocumentNode): DocumentNode =>
  visit(document, {
    IntValue: () => ({ kind: Kind.INT, value: "0" }),
    FloatValue: () => ({ kind: Kind.FLOAT, value: "0" }),
    StringValue: () => ({ kind: Kind.STRING, value: "" }),
  });

/** SHA-256 of a document with its values taken out: the same question about somebody else has the same. */
export const operationHashOf = (document: DocumentNode): string => {
  const hash =
    known.get(document) ??
    createHash("sha256")
      .update(print(withoutValues(document)))
      .digest("hex");
  known.set(document, hash);
  return hash;
};
