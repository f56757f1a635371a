import { addDays, type LocalDate } from "../../domain/local-date.js";

const HOUR = 3_600_000;

/** Days and instants counted back from the day the demo archive is made: the same day gives the same archive. */
export interface Calendar {
  readonly today: LocalDate;
  /** The day `ago` days before today. */
  day(ago: number): LocalDate;
  /** An instant of that day, `hours` after its beginning in UTC. */
  at(ago: number, hours?: number): string;
}

export const calendarFrom = (now: Date): Calendar => {
  const today = now.toISOString().slice(0, 10) as LocalDate;
  const midnight = Date.parse(`${today}T00:00:00Z`);
  return {
    today,
    day: (ago) => addDays(today, -ago),
    at: (ago, hours = 0) => new Date(midnight - ago * 24 * HOUR + hours * HOUR).toISOString(),
  };
};

/** Statements of a year are there for sure when it has been over this long. */
const DAYS_TO_STATEMENT = 150;

export interface Period {
  readonly start: LocalDate;
  readonly end: LocalDate;
}

/** The n-th last business year there are statements of, from 0; or the first half of it. */
export const businessYear = ({ day }: Calendar, n: number, half = false): Period => {
  const year = Number(day(DAYS_TO_STATEMENT).slice(0, 4)) - 1 - n;
  return { start: `${year}-01-01` as LocalDate, end: `${year}-${half ? "06-30" : "12-31"}` as LocalDate };
};
