declare const localDate: unique symbol;

/** A day of the Gregorian calendar, `YYYY-MM-DD`, from 0001-01-01 to 9999-12-31; as text it compares in order of time. */
export type LocalDate = string & { readonly [localDate]: true };

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

const asDay = (text: string): Date => new Date(`${text}T00:00:00Z`);

/** The day a text names, or null: 30 February is no day. */
export const parseLocalDate = (text: string): LocalDate | null => {
  if (!FORM.test(text) || text.startsWith("0000")) return null;
  const day = asDay(text);
  // JavaScript carries 30 February over into March.
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? (text as LocalDate) : null;
};

/** @throws RangeError when the day is outside the years 1 to 9999 */
export const addDays = (date: LocalDate, days: number): LocalDate => {
  const day = asDay(date);
  day.setUTCDate(day.getUTCDate() + days);
  const moved = parseLocalDate(day.toISOString().slice(0, 10));
  if (moved === null) throw new RangeError("A day outside the years 1 to 9999");
  return moved;
};

/** The last day there is. */
export const LAST_DAY = "9999-12-31" as LocalDate;

const DAY_MS = 86_400_000;

/** Days from a day to a later one; negative to an earlier one. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  (asDay(to).getTime() - asDay(from).getTime()) / DAY_MS;

/** Negative when `a` is the earlier day, 0 when they are the same. */
export const compareDates = (a: LocalDate, b: LocalDate): number => (a < b ? -1 : a > b ? 1 : 0);

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes longer than all else a small request does; there are few time zones. */
const formatIn = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  formats.set(timeZone, format);
  return format;
};

/** The day it is in a time zone (IANA name) at an instant. */
export const todayIn = (timeZone: string, instant: Date): LocalDate => {
  const parts = Object.fromEntries(
    formatIn(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts.year?.padStart(4, "0")}-${parts.month}-${parts.day}` as LocalDate;
};

/** Whole years from a day to another: on its anniversary another one is full. */
export const yearsBetween = (from: LocalDate, to: LocalDate): number =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0);

/** The calendar month of a day, `YYYY-MM`. */
export const monthOf = (date: LocalDate): string => date.slice(0, "YYYY-MM".length);

/** Whether a half-open span holds a day: the day it ends on is outside, as in the checks of the database. */
export const spanHolds = (from: LocalDate, until: LocalDate | null, day: LocalDate): boolean =>
  from <= day && (until === null || day < until);
