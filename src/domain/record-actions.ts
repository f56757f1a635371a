import type { CategoryCode } from "./category-code.js";
import { namesOf } from "./enumeration.js";
import { type FourEyes, mayTake, type Participants } from "./four-eyes.js";
import { type Corroboration, LIVE_STATUSES, RecordAction, type RecordStatus } from "./record.js";
import { RECORD_LIFE } from "./record-life.js";
import { isCorroboratedEnough } from "./record-review.js";
import { isVerified } from "./verification-policy.js";

/** What the person who asks has done with a record, and how it stands: as far as an action of theirs depends on it. */
export interface StandingFacts {
  readonly collectedByMe?: boolean;
  readonly verifiedByMe?: boolean;
  readonly approvedByMe?: boolean;
  readonly corroboration?: Corroboration;
  /** Whether a contradiction with another record is undecided, or has not been looked for. */
  readonly inConflict?: boolean;
  /** Whether it is in an undecided conflict, and I collected another one of its series that is. */
  readonly opposedByMe?: boolean;
  /** Whether what it stands on by law, if anything, still holds. */
  readonly grounded?: boolean;
}

export interface RecordFacts extends StandingFacts {
  readonly status: RecordStatus;
  readonly category: CategoryCode;
  /** Whether the viewer may write the record: full clearance, or bound to their work. */
  readonly mayWrite: boolean;
  readonly mayCall: (mutation: string) => boolean;
  readonly fourEyes: FourEyes;
}

type Legal = (facts: RecordFacts) => boolean;

const ME = "me";

const participantsOf = ({ collectedByMe, verifiedByMe, approvedByMe }: RecordFacts): Participants => ({
  COLLECTOR: collectedByMe ? [ME] : [],
  VERIFIER: verifiedByMe ? [ME] : [],
  APPROVER: approvedByMe ? [ME] : [],
});

const takes =
  (part: "APPROVER" | "ARCHIVER"): Legal =>
  (facts) =>
    mayTake(facts.fourEyes, part, ME, participantsOf(facts));

const isCorroborated: Legal = ({ category, corroboration, fourEyes }) =>
  corroboration !== undefined && isCorroboratedEnough(category, corroboration, fourEyes);

const isUncontradicted: Legal = ({ inConflict }) => inConflict === false;

/** What undoes an approval is not for whoever collected what speaks against the record. */
const isNotOpposed: Legal = ({ opposedByMe }) => opposedByMe === false;

const isToVerify: Legal = ({ category }) => isVerified(category);

/** A correction is a new record: what has none to follow cannot be corrected. */
const CORRECTABLE = ["RETURNED", "ARCHIVED", "COLLECTED", "IN_VERIFICATION", "VERIFIED", "APPROVED"] as const;

/** From which states each action is legal, whose mutation performs it, and what else it takes. */
const ACTIONS: Readonly<
  Record<RecordAction, { from: readonly RecordStatus[]; mutation: string | null; also?: readonly Legal[] }>
> = {
  CORRECT: { from: CORRECTABLE, mutation: null, also: [({ mayWrite }) => mayWrite] },
  REQUEST_VERIFICATION: { from: LIVE_STATUSES, mutation: "requestVerification", also: [isToVerify, isNotOpposed] },
  APPROVE: {
    from: RECORD_LIFE.APPROVE.from,
    mutation: "approveRecord",
    also: [takes("APPROVER"), isCorroborated, isUncontradicted],
  },
  RETURN: {
    from: RECORD_LIFE.RETURN.from,
    mutation: "returnRecord",
    also: [isNotOpposed],
  },
  ARCHIVE: { from: RECORD_LIFE.ARCHIVE.from, mutation: "archiveRecords", also: [takes("ARCHIVER"), isUncontradicted] },
  RESTRICT: { from: RECORD_LIFE.RESTRICT.from, mutation: "restrictRecord" },
  LIFT_RESTRICTION: { from: ["RESTRICTED"], mutation: "liftRestriction", also: [({ grounded }) => grounded === true] },
};

export const canCorrect = (status: RecordStatus): boolean => ACTIONS.CORRECT.from.includes(status);

/** What may be done with a record now, by whom these facts are about: what a mutation would refuse is not among it. */
export const allowedRecordActions = (facts: RecordFacts): RecordAction[] =>
  namesOf(RecordAction).filter((action) => {
    const { from, mutation, also = [] } = ACTIONS[action];
    const mine = mutation === null || facts.mayCall(mutation);
    return mine && from.includes(facts.status) && also.every((holds) => holds(facts));
  });
