import { lte } from "drizzle-orm";
import { SYSTEM } from "../auth/viewer.js";
import { signInAttempt } from "../db/tables/index.js";
import type { Chore } from "./chore.js";

/** Attempts whose window is over count no more. */
export const forgetAttempts: Chore = async ({ database, now }) => {
  await database.withViewer(SYSTEM, "WRITE", ({ orm }) =>
    orm.delete(signInAttempt).where(lte(signInAttempt.endsAt, now.toISOString())),
  );
};
