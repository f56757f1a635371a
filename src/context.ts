import type { AccessPlan } from "./auth/access-plan.js";
import type { Coordinate } from "./auth/classification.js";
import type { Demand } from "./auth/demands.js";
import type { Policy } from "./auth/policy.js";
import type { Requester } from "./auth/signed-in.js";
import type { Identity } from "./commands/identity.js";
import type { ReadLedger } from "./commands/read-ledger.js";
import type { Database } from "./db/database.js";
import type { Reads } from "./db/selection/reads.js";
import type { AccessExit } from "./domain/access-event.js";
import type { FourEyes } from "./domain/four-eyes.js";
import type { Purpose } from "./domain/source.js";

/** A registered operation: what it asks for was agreed on before. */
export interface Persisted {
  readonly id: string;
  readonly name: string;
}

/** What is known of a request before its operation is looked at: who asks, when, and through what data are reached. */
export interface BaseContext {
  readonly principal: Requester;
  readonly requestId: string;
  /** Of the network, where the request came from. */
  readonly address: string;
  readonly now: Date;
  readonly database: Database;
  readonly identity: Identity;
  /** Where it is written down who read what. */
  readonly ledger: ReadLedger;
  /** The way the answer leaves by. */
  readonly exit: AccessExit;
  /** Keys of the customers whose rows have been read so far. */
  readonly touched: Set<string>;
  /** Says that something was written: what follows from it is done once the answer is made. */
  readonly wrote: () => void;
  /** The client's name for its changes (`Idempotency-Key`): sent again, they are not done again. */
  readonly idempotencyKey: string | null;
  /** What the client reads or writes for (`x-purpose`), from the closed list; null: it did not say. */
  readonly purpose: Purpose | null;
  /** The registered operation that is asked for; null for a document the client brought itself. */
  readonly persisted: Persisted | null;
  /** For the log: as sent, or as found in the document once it is parsed. */
  operationName: string | null;
}

/** What resolvers are given: the request, once its operation has its access plan. */
export interface RequestContext extends BaseContext {
  readonly policy: Policy;
  readonly plan: AccessPlan;
  readonly reads: Reads;
  /** Coordinates of texts that were not shown in full so far; null where nobody wants all or nothing. */
  readonly withheld: ReadonlySet<Coordinate> | null;
  /** What the arguments of the operation use. */
  readonly demands: readonly Demand[];
  /** Of the operation, coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** IANA name: where the business day begins. */
  readonly timeZone: string;
  readonly fourEyes: FourEyes;
  /** Days for which reports answered are held against each other. */
  readonly reportMemoryDays: number;
}
