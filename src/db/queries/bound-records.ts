import { and, count, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { CategoryCode } from "../../domain/category-code.js";
import type { Orm } from "../database.js";
import { isMyRecord } from "../selection/bound.js";
import { Row } from "../selection/row.js";
import { informationRecord } from "../tables/information-record.js";

const NAME = "m";
const of = alias(informationRecord, NAME);

interface Sought {
  /** In the scope of the viewer: whoever asks has looked it up. */
  readonly customerId: string;
  readonly category: CategoryCode;
  readonly viewer: string;
  readonly now: Date;
}

/** How many records of a customer and category are bound to the viewer's work (T). */
export const countBoundRecords = async (orm: Orm, { customerId, category, viewer, now }: Sought): Promise<number> => {
  const bound = and(eq(of.customerId, customerId), eq(of.category, category), isMyRecord(new Row(NAME)));
  const [found] = await orm
    .select({ bound: count() })
    .from(of)
    .where(bound)
    .prepare("bound_records")
    .execute({ viewer, now: now.toISOString() });
  return found?.bound ?? 0;
};
