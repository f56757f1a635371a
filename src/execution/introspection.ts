import { type DocumentNode, visit } from "graphql";
import { isViewer, type Principal } from "../auth/viewer.js";
import { Refusal } from "../domain/refusal.js";

const asksForSchema = (document: DocumentNode): boolean => {
  let asks = false;
  visit(document, {
    Field: ({ name }) => {
      if (name.value === "__schema" || name.value === "__type") asks = true;
    },
  });
  return asks;
};

/** In production the schema is told to those who signed in. */
export const introspectionGate = (document: DocumentNode, principal: Principal, production: boolean): void => {
  if (!production || isViewer(principal) || !asksForSchema(document)) return;
  throw new Refusal("UNAUTHENTICATED", "The schema is told to those who signed in.");
};
