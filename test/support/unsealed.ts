import { SYSTEM } from "../../src/auth/viewer.js";
import type { Database, Session } from "../../src/db/database.js";

/** Writes what nobody can: past the triggers that keep sealed records and past states as they are. */
export const writeUnsealed = <T>(database: Database, work: (session: Session) => Promise<T>): Promise<T> =>
  database.withViewer(SYSTEM, "WRITE", async (session) => {
    const triggers = async (to: "disable" | "enable") => {
      await session.rows(`alter table information_record ${to} trigger record_sealed_stays`, []);
      await session.rows(`alter table information_record ${to} trigger record_sealed_remains`, []);
    };
    await triggers("disable");
    const done = await work(session);
    await triggers("enable");
    return done;
  });
