import { GATE, type Viewer } from "../auth/viewer.js";
import { revokeSession } from "../db/queries/session.js";
import type { Identity } from "./identity.js";
import { ownSession } from "./own-session.js";

/** Ends the sign-in: in this process at once, in others as soon as they read it anew. */
export const logout = async (identity: Identity, viewer: Viewer, now: Date): Promise<void> => {
  const sessionId = ownSession(viewer);
  await identity.database.withViewer(GATE, "WRITE", (session) => revokeSession(session, sessionId, now));
  identity.sessions.forget(sessionId);
};
