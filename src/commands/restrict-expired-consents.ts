import { SYSTEM } from "../auth/viewer.js";
import type { Session } from "../db/database.js";
import { expiredConsents } from "../db/queries/expired-consents.js";
import { type LocalDate, todayIn } from "../domain/local-date.js";
import type { Chore, ChoreContext } from "./chore.js";
import { restrictRecords } from "./restrict-records.js";

/** Consents a transaction. */
const BATCH = 50;

const restrictSome = async (session: Session, { now, timeZone }: ChoreContext, today: LocalDate): Promise<number> => {
  const expired = await expiredConsents(session, { today, timeZone, most: BATCH });
  const restricting = { viewer: { accountId: null }, now, reason: "The consent has expired." };
  for (const { recordIds } of expired) await restrictRecords(session.orm, recordIds, restricting);
  return expired.length;
};

/** What stands on a consent that has run out is restricted like what stands on a withdrawn one (SP4). */
export const restrictExpiredConsents: Chore = async (context) => {
  const today = todayIn(context.timeZone, context.now);
  for (let restricted = BATCH; restricted === BATCH; )
    restricted = await context.database.withViewer(SYSTEM, "WRITE", (session) => restrictSome(session, context, today));
};
