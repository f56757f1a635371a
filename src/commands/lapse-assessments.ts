import { SYSTEM } from "../auth/viewer.js";
import { todayIn } from "../domain/local-date.js";
import type { Chore } from "./chore.js";

/** What is archived last decides, as it does when it is archived; whoever writes figures meanwhile is waited for. */
const LAPSE = `update customer c set credit_rating = null, credit_limit = null
  where c.credit_rating is not null and c.id in (
    select r.customer_id from information_record r where r.category = 'CREDIT' and r.standing = 0 and r.valid_to <= $1)
  and not exists (
    select from information_record r where r.customer_id = c.id and r.category = 'CREDIT' and r.standing = 0
      and (r.valid_to is null or r.valid_to > $1))`;

/** A rating and its limit hold to the last day of their assessment: after it a customer has none, and no risk class (SP10). */
export const lapseAssessments: Chore = async ({ database, now, timeZone }) => {
  await database.withViewer(SYSTEM, "WRITE", ({ rows }) => rows(LAPSE, [todayIn(timeZone, now)]));
};
