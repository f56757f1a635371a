import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { ask } from "./ask.js";
import { columns } from "./columns.js";
import {
  ApproveDocument,
  ArchiveDocument,
  ClaimDocument,
  CollectStatementDocument,
  type FindingInput,
  LookDocument,
  RegisterDocument,
  SignInDocument,
  StandingDocument,
  SubmitDocument,
} from "./generated/graphql.js";

const WATCHERS = [
  "clerk",
  "collector",
  "verifier",
  "verifier2",
  "reviewer",
  "analyst",
  "archivist",
  "compliance",
  "auditor",
];
const CRITICAL = ["totalAssets", "totalLiabilities", "equity", "revenue", "netProfit"];

const FIGURES = {
  currency: "CNY",
  totalAssets: "18600000",
  totalLiabilities: "7400000",
  equity: "11200000",
  revenue: "26500000",
  mainRevenue: "25800000",
  profitBeforeTax: "2100000",
  netProfit: "1575000",
  taxPaid: "1240000",
  guaranteesGiven: "0",
  operatingCashFlow: "1900000",
  audited: true,
  auditor: "示例会计师事务所",
};

/** Somebody who asks: signed in once. */
type As = <T, V extends object>(username: string, document: TypedDocumentNode<T, V>, variables: V) => Promise<T>;

const signingIn = (url: string, password: string, purpose: string): As => {
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (username: string): Promise<string> => {
    const signIn = async () =>
      (await ask(url, null, SignInDocument, { input: { username, password } })).data.login.token;
    const token = tokens.get(username) ?? signIn();
    tokens.set(username, token);
    return token;
  };
  return async (username, document, variables) => {
    const who = { token: await tokenOf(username), purpose };
    return (await ask(url, who, document, variables)).data;
  };
};

/** What each role sees of the statement at this moment. */
const whatEachSees = async (as: As, id: string): Promise<string> => {
  const rows = WATCHERS.map(async (username) => {
    const { informationRecord: seen } = await as(username, LookDocument, { id });
    if (seen == null) return ["", username, "not there", "", "", "", ""];
    const revenue = "revenue" in seen ? seen.revenue : null;
    const shown = [seen.corroboration, revenue?.amount ?? revenue?.band, seen.seal?.slice(0, 8)];
    return ["", username, seen.status, seen.disclosure, ...shown.map((value) => value ?? "–")];
  });
  return columns([
    ["", "who", "status", "disclosure", "corroboration", "revenue", "seal"],
    ...(await Promise.all(rows)),
  ]);
};

interface Task {
  readonly id: string;
  readonly version: number;
}

const claim = async (as: As, username: string, { id, version }: Task): Promise<Task> => {
  const { claimTask } = await as(username, ClaimDocument, { input: { id, version } });
  if (claimTask.task == null) throw new Error(`${username} did not get the task.`);
  return claimTask.task;
};

/** One person, one method, one party: every critical field confirmed. */
const submit = async (as: As, username: string, { id, version }: Task, recordId: string, sourceParty: string) => {
  const findings: FindingInput[] = CRITICAL.map((field) => ({ recordId, field, result: "CONFIRMED", sourceParty }));
  await as(username, SubmitDocument, { input: { id, version, findings } });
};

const versionOf = async (as: As, username: string, id: string): Promise<number> =>
  (await as(username, StandingDocument, { id })).informationRecord?.version ?? 0;

const lastYear = (): { readonly periodStart: string; readonly periodEnd: string } => {
  const year = new Date().getUTCFullYear() - 1;
  return { periodStart: `${year}-01-01`, periodEnd: `${year}-12-31` };
};

/** One customer from registration to an archived, fully corroborated statement, with all the persons it takes. */
export const run = async (url: string, password: string, { purpose = "CREDIT_ASSESSMENT" } = {}): Promise<string> => {
  const as = signingIn(url, password, purpose);
  const told: string[] = [];
  const tell = async (step: string, id?: string) =>
    void told.push(id === undefined ? step : `${step}\n\n${await whatEachSees(as, id)}`);

  const code = `EX-${Date.now().toString(36).toUpperCase()}`;
  const input = { code, name: `示例精密机械有限公司 ${code}`, kind: "ENTERPRISE", importance: "A" } as const;
  const { registerCustomer } = await as("collector", RegisterDocument, { input });
  const customerId = registerCustomer.customer?.id ?? "";
  await tell(`1. collector registers ${registerCustomer.customer?.name}.`);

  const statement = {
    customerId,
    source: { channel: "DIRECT_CONTACT", party: "客户财务部" },
    ...lastYear(),
    ...FIGURES,
  } as const;
  const { collectFinancialStatement: collected } = await as("collector", CollectStatementDocument, {
    input: statement,
  });
  const id = collected.record?.id ?? "";
  const [first, second] = collected.tasks ?? [];
  if (first === undefined || second === undefined) throw new Error("A statement takes two tasks.");
  const noticed = (collected.screening ?? []).map(({ severity, message }) => `\n   ${severity}: ${message}`).join("");
  await tell(
    `2. collector collects a statement. Screening noticed ${noticed || "nothing"}. Key information: two tasks open, ${first.method} and ${second.method}.`,
    id,
  );

  const mine = await claim(as, "verifier", first);
  await tell("3. verifier claims the first task, and sees what it takes while the claim lives.", id);
  await submit(as, "verifier", mine, id, "示例会计师事务所");
  await tell("4. verifier confirms every figure with the auditor. The claim is over, and with it the sight.", id);

  const offered = await claim(as, "verifier2", second);
  await tell(
    "5. The second confirmation takes another person, method and party. The branch has nobody left, so the task is offered to all: verifier2 of another branch claims it, which opens just this record.",
    id,
  );
  await submit(as, "verifier2", offered, id, "国家企业信用信息公示系统");
  await tell("6. verifier2 confirms as well: the statement is verified and fully corroborated.", id);

  await as("reviewer", ApproveDocument, { input: { id, version: await versionOf(as, "reviewer", id) } });
  await tell("7. reviewer, who neither collected nor verified it, approves.", id);

  const records = [{ id, version: await versionOf(as, "archivist", id) }];
  await as("archivist", ArchiveDocument, { input: { records } });
  await tell(
    "8. archivist archives: the record is sealed, and nobody changes it any more. What was the collector's own work is no longer.",
    id,
  );
  return told.join("\n\n");
};
