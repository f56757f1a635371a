import { type Disclosure, disclosureAt } from "../clients/disclosures.js";
import { ask } from "./ask.js";
import { columns } from "./columns.js";
import {
  CustomerScreenDocument,
  type CustomerScreenQuery,
  type CustomerScreenQueryVariables,
  type Grade,
  type SightFragment,
  SignInDocument,
} from "./generated/graphql.js";

type Customer = NonNullable<CustomerScreenQuery["customer"]>;

/** A part of the screen none of which the role is shown is not asked for. */
const partsFor = ({ clearances }: SightFragment): Omit<CustomerScreenQueryVariables, "code"> => {
  const isShown = (grade: Grade) => clearances.some((each) => each.grade === grade && each.level !== "DENIED");
  return {
    contacts: isShown("CONTACT"),
    statements: isShown("FINANCIAL"),
    transactions: isShown("COMMERCIAL"),
    credit: isShown("CREDIT"),
  };
};

const MARKS = { DENIED: "▒▒▒", MASKED: "▒", TASK_BOUND: "◐" } as const;
const LEGEND = "▒▒▒ not shown to this role   ▒ masked   ◐ in full on my own work, else masked or not shown   – none";

const textOf = (value: unknown): string | null => {
  if (value == null) return null;
  if (typeof value !== "object") return String(value);
  const { amount, currency, band } = value as { amount?: string | null; currency?: string | null; band?: string };
  return amount == null ? (band ?? null) : `${amount} ${currency ?? "?"}`;
};

/** The named fields of an object, each as it was shown: nothing is not the same as nothing for you. */
type Show = <T extends object>(
  path: string,
  object: T | null | undefined,
  fields: readonly (keyof T & string)[],
) => string[];

const showing =
  (disclosures: readonly Disclosure[]): Show =>
  (path, object, fields) =>
    fields.map((field) => {
      const text = textOf(object?.[field]);
      const level = disclosureAt(disclosures, `${path}.${field}`)?.level;
      if (level === undefined) return text ?? "–";
      return text === null ? MARKS[level] : `${text} ${MARKS[level]}`;
    });

const table = <T extends object>(
  show: Show,
  title: string,
  path: string,
  rows: readonly T[] | null | undefined,
  fields: readonly (keyof T & string)[],
): string => {
  if (rows == null) return `${title}: not for this role`;
  if (rows.length === 0) return `${title}: none`;
  return `${title}\n${columns([fields, ...rows.map((row) => show(path, row, fields))].map((line) => ["", ...line]))}`;
};

const headOf = (show: Show, customer: Customer): string => {
  const [riskClass = ""] = show("customer", customer, ["riskClass"]);
  const registered = show("customer.registration", customer.registration, ["legalRepresentative", "registeredCapital"]);
  const { code, name, uscc, kind, importance, status, branch } = customer;
  return columns([
    [code, name],
    ["credit code", uscc ?? "–"],
    ["what it is", `${kind}, importance ${importance}, ${status}, branch ${branch.name}`],
    ["registered", registered.join(", ")],
    ["risk class", riskClass],
  ]);
};

const stateOf = ({ completeness, freshness }: Customer, { allowedMutations }: SightFragment): string => {
  const missing = completeness.missing.map(({ category, field, mutation }) => {
    const whose = allowedMutations.includes(mutation) ? "I may" : "not mine to";
    return ["", field == null ? category : `${category}.${field}`, `${whose} ${mutation}`];
  });
  const state = `Archive: ${Math.round(completeness.score * 100)} % complete, ${freshness}`;
  return missing.length === 0 ? state : `${state}; missing:\n${columns(missing)}`;
};

const screenOf = (show: Show, customer: Customer, viewer: SightFragment, hasCredit: boolean): string[] => {
  const { contacts, financialStatements, transactions, creditAssessment, verificationTasks } = customer;
  const credit = creditAssessment == null ? [] : [creditAssessment];
  const tasks = verificationTasks?.nodes.map(({ allowedActions, ...task }) => {
    return { ...task, iMay: allowedActions.join(", ") || "–" };
  });
  const at = "customer";
  return [
    headOf(show, customer),
    stateOf(customer, viewer),
    table(show, "Contacts", `${at}.contacts.@`, contacts, ["personName", "position", "mobile", "idNumber"]),
    table(show, "Financial statements", `${at}.financialStatements.nodes.@`, financialStatements?.nodes, [
      "periodEnd",
      "revenue",
      "netProfit",
    ]),
    table(show, "Transactions", `${at}.transactions.nodes.@`, transactions?.nodes, [
      "contractNumber",
      "occurredOn",
      "amount",
      "overdueDays",
    ]),
    table(show, "Credit", `${at}.creditAssessment`, hasCredit ? credit : null, [
      "rating",
      "score",
      "creditLimit",
      "validUntil",
    ]),
    table(show, "Open tasks", `${at}.verificationTasks.nodes.@`, tasks, [
      "method",
      "status",
      "priority",
      "dueAt",
      "iMay",
    ]),
  ];
};

/** One customer's screen: one query fills it, and what the role is cleared for shapes it. */
export const run = async (
  url: string,
  password: string,
  { as: username = "analyst", code = "SH-0040", purpose = "CREDIT_ASSESSMENT" } = {},
): Promise<string> => {
  const signedIn = await ask(url, null, SignInDocument, { input: { username, password } });
  const { token, viewer } = signedIn.data.login;
  const parts = partsFor(viewer);
  const { data, disclosures } = await ask(url, { token, purpose }, CustomerScreenDocument, { code, ...parts });
  if (data.customer == null) throw new Error(`No customer ${code} is there for ${viewer.role}.`);
  return [
    `${viewer.displayName} acts as ${viewer.role}`,
    ...screenOf(showing(disclosures), data.customer, viewer, parts.credit),
    `I may: ${viewer.allowedMutations.join(", ")}`,
    LEGEND,
  ].join("\n\n");
};
