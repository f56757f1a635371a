import { isUnmistakablyCapital, parseRegisteredCapital } from "../../domain/registered-capital.js";
import { looksLikeDate } from "../../domain/written-date.js";

/** The columns of a register's file, by what this code calls them. */
export const REGISTER_COLUMNS = {
  name: "企业名称",
  uscc: "统一社会信用代码",
  registeredOn: "注册日期",
  companyType: "企业类型",
  legalRepresentative: "法人代表",
  capital: "注册资金",
  businessScope: "经营范围",
  province: "所在省份",
  city: "地区",
  address: "注册地址",
} as const;

type Column = keyof typeof REGISTER_COLUMNS;

/** Trimmed; null where the register says nothing. */
export type RegisterRow = Readonly<Record<Column, string | null>>;

export const COLUMNS = Object.keys(REGISTER_COLUMNS) as Column[];
export const REGISTER_HEADER = Object.values(REGISTER_COLUMNS);

const NOT_STATED = new Set(["", "N/A"]);

const stated = (cell: string | undefined): string | null => {
  const text = (cell ?? "").trim();
  return NOT_STATED.has(text.toUpperCase()) ? null : text;
};

const isUnreadableCapital = (text: string | null): boolean =>
  text !== null && parseRegisteredCapital(text).issue === "UNREADABLE";

const standsElsewhere = (row: RegisterRow, home: Column, test: (text: string) => boolean): boolean =>
  COLUMNS.some((column) => column !== home && test(row[column] ?? ""));

const isUnreadableDate = (text: string | null): boolean => text !== null && !looksLikeDate(text);

/** Why a row's values cannot be trusted to stand under their headings: a comma too many moves all that follow. */
const FAULTS: readonly { readonly reason: string; readonly finds: (row: RegisterRow) => boolean }[] = [
  { reason: "the name is missing", finds: ({ name }) => name === null },
  {
    reason: "the columns are shifted: the capital stands in another column",
    finds: (row) => isUnreadableCapital(row.capital) && standsElsewhere(row, "capital", isUnmistakablyCapital),
  },
  {
    reason: "the columns are shifted: the registration date stands in another column",
    finds: (row) => isUnreadableDate(row.registeredOn) && standsElsewhere(row, "registeredOn", looksLikeDate),
  },
  {
    reason: "the columns are shifted: neither a date nor a capital stands in its column",
    finds: (row) => isUnreadableDate(row.registeredOn) && isUnreadableCapital(row.capital),
  },
];

export type RegisterReading = { readonly row: RegisterRow } | { readonly reason: string };

/** A row of the register, by its cells in the order of `COLUMNS`; or why it is none. */
export const readRegisterRow = (cells: readonly string[]): RegisterReading => {
  const row = Object.fromEntries(COLUMNS.map((column, i) => [column, stated(cells[i])])) as RegisterRow;
  const fault = FAULTS.find(({ finds }) => finds(row));
  return fault === undefined ? { row } : { reason: fault.reason };
};
