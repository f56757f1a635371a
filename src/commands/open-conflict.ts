import { and, eq, isNull, or } from "drizzle-orm";
import type { Orm } from "../db/database.js";
import { conflict } from "../db/tables/index.js";
import { Refusal } from "../domain/refusal.js";

/** @throws Refusal INVALID_TRANSITION while a contradiction with another record is undecided */
export const requireNoConflict = async (orm: Orm, { id }: { readonly id: string }): Promise<void> => {
  const [open] = await orm
    .select({ id: conflict.id })
    .from(conflict)
    .where(and(or(eq(conflict.firstId, id), eq(conflict.secondId, id)), isNull(conflict.resolvedAt)))
    .limit(1);
  if (open !== undefined)
    throw new Refusal("INVALID_TRANSITION", "The record contradicts another one: resolve the conflict first.", {
      field: "conflict",
    });
};
