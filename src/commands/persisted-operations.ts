import { type BriefCache, briefCache } from "../auth/brief-cache.js";
import { GATE } from "../auth/viewer.js";
import type { Database } from "../db/database.js";
import { findOperation, type PersistedOperation } from "../db/queries/persisted-operation.js";

export type { PersistedOperation };

/** Operations at hand: a body has some kilobytes. */
const AT_HAND = 1_000;

/** The registered operations as requests find them: whoever registers or removes one, every process sees it in seconds. */
export const persistedOperations = (database: Database): BriefCache<PersistedOperation> =>
  briefCache({
    load: (id) => database.withViewer(GATE, "READ", (session) => findOperation(session, id)),
    capacity: AT_HAND,
  });
