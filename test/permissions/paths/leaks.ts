import { type Eyes, shownAt } from "../oracle/expected.js";
import { CATEGORY_OF_TYPE } from "../oracle/policy.js";
import { existsFor } from "../oracle/relations.js";
import type { Canaries, Canary, Planted } from "./canaries.js";

const TYPES: Readonly<Record<Planted, string>> = {
  information_record: "Source",
  consent: "Consent",
  screening_finding: "ScreeningFinding",
  finding: "Finding",
  evidence: "Evidence",
  verification_task: "VerificationTask",
  conflict: "Conflict",
  major_event: "MajorEvent",
};

const OF_SOURCE = ["party", "reference"];

const camel = (column: string): string =>
  column === "feedback_text" ? "text" : column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const typeOfRecord = (category: string): string =>
  Object.entries(CATEGORY_OF_TYPE).find(([, each]) => each === category)?.[0] ?? "";

const isOpen = (eyes: Eyes, { table, column, id }: Canary): boolean => {
  const row = eyes.world.all[table].find((each) => each.id === id);
  if (row === undefined || !existsFor(eyes, row)) return false;
  const isContent = table === "information_record" && !OF_SOURCE.includes(column);
  const type = isContent ? typeOfRecord(row.category) : TYPES[table];
  return shownAt(eyes, { type, row }, camel(column)) === "FULL";
};

/** What of the planted values somebody is told and may not be told, as sentences. */
export const leaksIn = (canaries: Canaries, eyes: Eyes, text: string): string[] =>
  canaries
    .in(text)
    .filter((canary) => !isOpen(eyes, canary))
    .map(({ table, column, id }) => `the answer holds ${table}.${column} of ${id}`);
