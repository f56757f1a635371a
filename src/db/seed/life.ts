import type { RecordStatus } from "../../domain/record.js";
import type { idsOf } from "./people.js";

/** A state reached, by whom and when. */
export interface Step {
  readonly status: RecordStatus;
  readonly actorId: string;
  readonly ago: number;
}

export interface Life {
  readonly arrival: RecordStatus;
  readonly status: RecordStatus;
  /** What a restriction suspended, or what was erased. */
  readonly from?: RecordStatus | undefined;
  readonly collectedAgo: number;
  readonly supersededAgo?: number | undefined;
}

/** The states of a record that meets no obstacle. */
const ROUTE = ["IN_VERIFICATION", "VERIFIED", "APPROVED", "ARCHIVED", "SUPERSEDED"] as const satisfies RecordStatus[];

const isOnRoute = (status: RecordStatus): status is (typeof ROUTE)[number] =>
  (ROUTE as readonly RecordStatus[]).includes(status);

/** From a clean screening on; what needs no confirmation may still be asked for (cause REQUEST). */
const along = (arrival: RecordStatus, status: (typeof ROUTE)[number]): RecordStatus[] => {
  const [start, end] = [(ROUTE as readonly RecordStatus[]).indexOf(arrival), ROUTE.indexOf(status)];
  return end < start ? [arrival, status] : ROUTE.slice(start, end + 1);
};

const pathTo = (arrival: RecordStatus, status: RecordStatus, from?: RecordStatus): RecordStatus[] => {
  if (from !== undefined) return [...pathTo(arrival, from), status];
  if (isOnRoute(status)) return along(arrival, status);
  return status === "RETURNED" && arrival !== "RETURNED" ? [arrival, status] : [status];
};

/** Whose act leads to a state; the arrival is the collector's. */
const ACTOR = {
  COLLECTED: "collector",
  RETURNED: "reviewer",
  IN_VERIFICATION: "reviewer",
  VERIFIED: "verifier",
  APPROVED: "reviewer",
  ARCHIVED: "archivist",
  SUPERSEDED: "archivist",
  RESTRICTED: "compliance",
  ERASED: "compliance",
} as const satisfies Record<RecordStatus, keyof ReturnType<typeof idsOf>>;

/** Days between two states, but where a record is superseded: that happens when its successor is archived. */
const PACE = 2;

/** From collection to the archive, at that pace. */
export const daysToArchive = (arrival: RecordStatus): number => PACE * (along(arrival, "ARCHIVED").length - 1);

/** Days since a record that was superseded long ago was restricted or erased. */
const LATELY = 3;

export const stepsOf = (
  { arrival, status, from, collectedAgo, supersededAgo }: Life,
  people: ReturnType<typeof idsOf>,
): Step[] => {
  const path = pathTo(arrival, status, from);
  const pace = Math.min(PACE, collectedAgo / (path.length + 1));
  const agoOf = (reached: RecordStatus, i: number): number => {
    if (path[i - 1] === "SUPERSEDED") return LATELY;
    return (reached === "SUPERSEDED" ? supersededAgo : undefined) ?? collectedAgo - i * pace;
  };
  return path.map((reached, i) => ({
    status: reached,
    actorId: people[i === 0 ? "collector" : ACTOR[reached]],
    ago: agoOf(reached, i),
  }));
};
