import { lt } from "drizzle-orm";
import { SYSTEM } from "../auth/viewer.js";
import { idempotency } from "../db/tables/index.js";
import type { Chore } from "./chore.js";

/** How long a change can be asked again under its key, in hours: longer than any client tries, shorter than a secret keeps. */
const KEPT_HOURS = 24;

/** A key is kept with a hash of what was asked, which is of no use after the client has its answer. */
export const forgetIdempotencyKeys: Chore = async ({ database, now }) => {
  const since = new Date(now.getTime() - KEPT_HOURS * 3_600_000).toISOString();
  await database.withViewer(SYSTEM, "WRITE", ({ orm }) =>
    orm.delete(idempotency).where(lt(idempotency.createdAt, since)),
  );
};
