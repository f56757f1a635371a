import { type LocalDate, parseLocalDate } from "./local-date.js";

/** GB 11643: weights of positions 1 to 17, and the check character by the sum mod 11. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = "10X98765432";

export type ResidentIdFault = "FORM" | "BIRTH_DATE" | "CHECK_CHARACTER";

/** The check character the first 17 digits ask for. */
export const residentIdCheck = (id: string): string =>
  CHECK_CHARACTERS.charAt(WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(id.charAt(i)), 0) % 11);

const birthDateOf = (id: string): LocalDate | null =>
  parseLocalDate(`${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`);

/** What is wrong with a resident identity number as of a day, the gravest first; null when nothing is. */
export const residentIdFault = (text: string, today: LocalDate): ResidentIdFault | null => {
  if (!/^\d{17}[\dX]$/.test(text)) return "FORM";
  const born = birthDateOf(text);
  if (born === null || born > today) return "BIRTH_DATE";
  return text.endsWith(residentIdCheck(text)) ? null : "CHECK_CHARACTER";
};
