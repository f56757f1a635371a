import { and, eq, isNull, or } from "drizzle-orm";
import type { Orm } from "../db/database.js";
import { conflict } from "../db/tables/index.js";
import { Refusal } from "../domain/refusal.js";

interface Compared {
  readonly id: string;
  readonly comparedAt: string | null;
}

/**
 * A record has one conflict at a time, often, of several things it contradicts: once that one is decided it is looked at
 * again, and until then nobody knows.
 *
 * @throws Refusal INVALID_TRANSITION while a contradiction with another record is undecided, or not looked for
 */
export const requireNoConflict = async (orm: Orm, { id, comparedAt }: Compared): Promise<void> => {
  if (comparedAt === null)
    throw new Refusal("INVALID_TRANSITION", "The record is being held against the others of its series: try again.", {
      field: "conflict",
    });
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
