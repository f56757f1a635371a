import type { Disclosure } from "../clients/disclosures.js";
import { ask } from "./ask.js";
import { columns } from "./columns.js";
import { ClerkListDocument, type ClerkListQuery, SignInDocument } from "./generated/graphql.js";

type Customer = ClerkListQuery["customers"]["nodes"][number];

const HEAD = ["code", "name", "importance", "risk class", "contact", "mobile", "revenue"];

const rowOf = ({ code, name, importance, riskClass, contacts, financialStatements }: Customer): string[] => {
  const [contact] = contacts ?? [];
  const revenue = financialStatements?.nodes[0]?.revenue;
  const shown = [riskClass, contact?.personName, contact?.mobile, revenue?.amount ?? revenue?.band];
  return [code, name, importance, ...shown.map((value) => value ?? "–")];
};

const lineOf = ({ path, level, grade, clause }: Disclosure): string[] => ["", path, level, grade, clause];

/** A page of customers as a clerk sees it, and what of it the clerk does not see. */
export const run = async (
  url: string,
  password: string,
  { purpose = "CONTRACT_PERFORMANCE" } = {},
): Promise<string> => {
  const signedIn = await ask(url, null, SignInDocument, { input: { username: "clerk", password } });
  const { token, viewer } = signedIn.data.login;
  const { data, disclosures } = await ask(url, { token, purpose }, ClerkListDocument, { first: 10 });
  const { nodes, totalCount } = data.customers;
  return [
    `${viewer.displayName} acts as ${viewer.role}: the first ${nodes.length} of ${totalCount} customers`,
    columns([HEAD, ...nodes.map(rowOf)]),
    "Not shown in full:",
    columns(disclosures.map(lineOf)),
  ].join("\n\n");
};
