import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "../../auth/scope.js";
import type { Row } from "./row.js";
import type { Shape } from "./shape.js";

/** Rows that exist for the viewer: every root goes through here. */
export const inScope = (scope: Scope["rows"], shape: Pick<Shape, "inBranch" | "ofNoCustomer">, row: Row): SQL => {
  switch (scope) {
    case "ALL":
      return sql`true`;
    case "BRANCH":
      return shape.inBranch(row);
    case "NONE":
      return sql.raw(String(shape.ofNoCustomer === true));
  }
};

/**
 * The same of what rows in scope lead to. Below a customer all rows are in scope with it; from what a claim opens in
 * another branch a relation leads to rows that do not exist for its holder. Scopes other than a branch's need not ask.
 */
export const alsoInScope = (scope: Scope["rows"], shape: Shape, row: Row): SQL[] =>
  scope === "BRANCH" ? [shape.inBranch(row)] : [];
