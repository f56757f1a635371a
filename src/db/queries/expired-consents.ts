import { UNREADABLE_STATUSES } from "../../domain/record.js";
import type { Session } from "../database.js";

/** A consent that has run out, and the records that stand on it and are processed all the same. */
export interface ExpiredConsent {
  readonly id: string;
  readonly recordIds: readonly string[];
}

export interface Expiry {
  /** The business day, and where it is that day. */
  readonly today: string;
  readonly timeZone: string;
  readonly most: number;
}

const UNREADABLE = UNREADABLE_STATUSES.map((status) => `'${status}'`).join(", ");

/**
 * A record with another legal basis is restricted once: lifted since, it stands on that basis, and is left alone.
 */
const STANDING = `select r.id from information_record r where r.consent_id = c.id and r.status not in (${UNREADABLE})
  and (r.legal_basis is null or not exists (select from record_state s where s.record_id = r.id
    and s.status = 'RESTRICTED' and (s.recorded_from at time zone $2)::date >= c.expires_on))`;

const EXPIRED = `select c.id, array(${STANDING} order by r.id) as "recordIds" from consent c
  where c.withdrawn_on is null and c.expires_on <= $1 and exists (${STANDING})
  order by c.id limit $3 for update of c skip locked`;

/** Locked: those another process is dealing with are left to it. */
export const expiredConsents = (session: Session, { today, timeZone, most }: Expiry): Promise<ExpiredConsent[]> =>
  session.rows<ExpiredConsent>(EXPIRED, [today, timeZone, most]);
