import { SYSTEM } from "../auth/viewer.js";
import { forgetImportJobsBefore } from "../db/queries/import-job.js";
import type { Chore } from "./chore.js";

/** How long rejected rows can be downloaded, in hours: they hold content that is in no record. */
const KEPT_HOURS = 7 * 24;
/** An upload that is not through by then broke off together with its process. */
const UPLOAD_HOURS = 24;

const hoursBefore = (now: Date, hours: number): string => new Date(now.getTime() - hours * 3_600_000).toISOString();

/** What was uploaded is no archive: jobs go a week after they ended, with what they left. */
export const forgetImportJobs: Chore = ({ database, now }) =>
  database.withViewer(SYSTEM, "WRITE", (session) =>
    forgetImportJobsBefore(session, hoursBefore(now, KEPT_HOURS), hoursBefore(now, UPLOAD_HOURS)),
  );
