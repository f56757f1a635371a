import { CATEGORY_OF_TYPE, cellOf, FIELDS, shownUnder } from "../oracle/policy.js";

const snake = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const COLUMN: Readonly<Record<string, string>> = {
  "FeedbackRecord.kind": "feedback_kind",
  "FeedbackRecord.text": "feedback_text",
  "TransactionRecord.overdueDays": "due_on",
};

export const RECORD_TYPES = Object.keys(CATEGORY_OF_TYPE).filter((type) => !type.endsWith("Payload"));

const MONEY =
  "registeredCapital totalAssets totalLiabilities equity revenue mainRevenue profitBeforeTax netProfit taxPaid guaranteesGiven operatingCashFlow amount settledAmount creditLimit".split(
    " ",
  );

const twinOf = (field: string): string => `${snake(field)}_${MONEY.includes(field) ? "band" : "masked"}`;

const TABLE: Readonly<Record<string, string>> = { Consent: "consent", Customer: "customer" };

/** Columns a role's statements may not name: what is denied, with its twin, and what is masked, without. */
export const forbidden = (role: string): string[] => {
  const [open, closed] = [new Set<string>(), new Set<string>()];
  for (const [coordinate, { grade, masked }] of FIELDS) {
    const [type = "", field = ""] = coordinate.split(".");
    if (!RECORD_TYPES.includes(type) && type !== "Consent" && coordinate !== "Customer.riskClass") continue;
    if (grade === "RECORD") continue;
    const table = TABLE[type] ?? "information_record";
    const { level } = shownUnder(cellOf(role, grade), masked);
    (level === "FULL" || level === "TASK_BOUND" ? open : closed).add(`${table}.${COLUMN[coordinate] ?? snake(field)}`);
    if (masked) (level === "DENIED" ? closed : open).add(`${table}.${twinOf(field)}`);
  }
  return [...closed].filter((column) => !open.has(column));
};

/** Every column that statements name, of the table its alias stands for. */
export const namedIn = (statements: readonly string[]): Set<string> =>
  new Set(
    statements.flatMap((text) => {
      const tables = new Map([...text.matchAll(/"(\w+)" as "(t\d+\w*)"/g)].map(([, table, alias]) => [alias, table]));
      return [...text.matchAll(/"(t\d+\w*)"\."(\w+)"/g)].map(([, alias, column]) => `${tables.get(alias)}.${column}`);
    }),
  );
