import { type SQL, sql } from "drizzle-orm";
import { CategoryCode } from "../../domain/category-code.js";
import { namesOf } from "../../domain/enumeration.js";
import type { FourEyes } from "../../domain/four-eyes.js";
import { Corroboration, LIVE_STATUSES } from "../../domain/record.js";
import { isCorroboratedEnough } from "../../domain/record-review.js";
import { literals } from "../tables/columns.js";

/** Whether a record of alias `r` counts as content: live or archived, neither sent back nor superseded nor restricted. */
export const isHeld: SQL = sql`r.status in (${literals(["ARCHIVED", ...LIVE_STATUSES])})`;

/** Of a held record of alias `r`: whether it is corroborated as its category demands before it may be approved. */
export const isVerified = (mode: FourEyes): SQL => {
  const each = namesOf(CategoryCode).map((category) => {
    const enough = namesOf(Corroboration).filter((each) => isCorroboratedEnough(category, each, mode));
    return sql`when ${sql.raw(`'${category}'`)} then r.corroboration in (${literals(enough)})`;
  });
  return sql`(case r.category ${sql.join(each, sql` `)} end)`;
};
