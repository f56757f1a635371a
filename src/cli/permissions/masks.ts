import type { MASK } from "../../db/tables/masks.js";
import { table } from "./table.js";

const KEPT = {
  personName: ["A person's name", "the first character, of at least two", "张**"],
  mobile: ["A mobile number", "the first three and the last four digits, of at least eleven", "138****5678"],
  email: ["An e-mail address", "the first character, of at least two, and the domain", "a***@example.com"],
  lastFour: [
    "An identity number, a bank account",
    "the last four characters but blanks and hyphens, of at least eight",
    "****5678",
  ],
  district: ["A postal address", "what comes before and with the district", "上海市浦东新区****"],
  band: ["An amount", "the band it lies in, without its currency", "5M–20M"],
} as const satisfies Record<keyof typeof MASK | "lastFour", readonly [string, string, string]>;

export const masksTable = (): string => table(["what", "what is kept", "for example"], Object.values(KEPT));
