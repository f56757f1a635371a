import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { ask } from "./ask.js";
import { columns } from "./columns.js";
import {
  ClaimNextDocument,
  type FindingInput,
  HandInDocument,
  QueueDocument,
  type QueueQuery,
  ReleaseDocument,
  SignInDocument,
  type TaskAtHandFragment,
} from "./generated/graphql.js";

type Waiting = QueueQuery["verificationTasks"]["nodes"][number];
type Task = TaskAtHandFragment;

/** Somebody who is signed in. */
type Ask = <T, V extends object>(document: TypedDocumentNode<T, V>, variables: V) => Promise<T>;

const lineOf = ({ priority, dueAt, method, status, customer, allowedActions }: Waiting): string[] => {
  return ["", priority, dueAt.slice(0, 10), method, customer?.name ?? "–", status, allowedActions.join(", ") || "–"];
};

interface Fact {
  readonly recordId: string;
  readonly field: string;
  readonly label: string;
  readonly value: string;
}

const textOf = (value: unknown): string | null => {
  if (value == null) return null;
  return typeof value === "object" ? (value as { amount: string | null }).amount : String(value);
};

/** What the claim is to confirm: the critical fields of its records, as far as they are filled. */
const factsOf = ({ records }: Task): Fact[] =>
  records.flatMap(({ id: recordId, category, ...content }) =>
    category.fields.flatMap(({ name: field, label, critical }) => {
      const value = critical ? textOf((content as Record<string, unknown>)[field]) : null;
      return value === null ? [] : [{ recordId, field, label, value }];
    }),
  );

const claimed = ({ method, customer, claimedUntil }: Task, facts: readonly Fact[]): string => {
  const until = claimedUntil?.slice(0, 16).replace("T", " ") ?? "–";
  const seen = facts.map(({ label, value }) => ["", label, value]);
  const sight = seen.length === 0 ? "I am shown nothing of it." : `While it is, I see:\n${columns(seen)}`;
  return `Claimed: ${method} of ${customer?.name}, mine until ${until} UTC. ${sight}`;
};

/** Everything confirmed by one party: an example verifier has an easy day. */
const handIn = async (as: Ask, { id, version }: Task, facts: readonly Fact[]): Promise<string> => {
  const findings = facts.map(({ recordId, field }): FindingInput => {
    return { recordId, field, result: "CONFIRMED", sourceParty: "示例核实对象" };
  });
  const { submitFindings } = await as(HandInDocument, { input: { id, version, findings } });
  const [record] = submitFindings.task?.records ?? [];
  return [
    `Handed in: ${findings.length} findings, all CONFIRMED. The task is ${submitFindings.task?.status}.`,
    `Its record is ${record?.status}, and shown to me as ${record?.disclosure} from now on.`,
  ].join("\n");
};

const release = async (as: Ask, { id, version }: Task): Promise<string> => {
  const { releaseTask } = await as(ReleaseDocument, { input: { id, version } });
  return `Released: ${releaseTask.task?.method} of ${releaseTask.task?.customer?.name} is ${releaseTask.task?.status} for whoever claims next.`;
};

/** How many tasks a round takes up at most. */
const MOST_CLAIMS = 5;

/** A verifier's round: what waits; the next task taken up and handed in; another taken up and given back. */
export const run = async (
  url: string,
  password: string,
  { as: username = "verifier", purpose = "CREDIT_ASSESSMENT" } = {},
): Promise<string> => {
  const signedIn = await ask(url, null, SignInDocument, { input: { username, password } });
  const { token, viewer } = signedIn.data.login;
  const as: Ask = async (document, variables) => (await ask(url, { token, purpose }, document, variables)).data;
  const { totalCount, nodes } = (await as(QueueDocument, { first: 8 })).verificationTasks;
  const told = [
    `${viewer.displayName} acts as ${viewer.role}: ${totalCount} tasks in the queue`,
    columns([["", "priority", "due", "method", "customer", "status", "I may"], ...nodes.map(lineOf)]),
  ];
  const toDo = [handIn, release];
  for (let claims = 0; claims < MOST_CLAIMS && toDo.length > 0; claims++) {
    const { task } = (await as(ClaimNextDocument, {})).claimNextTask;
    if (task == null) return [...told, "Nothing else waits that I may take up."].join("\n\n");
    const facts = factsOf(task);
    // What the role sees nothing of even now, it cannot judge.
    const finish = facts.length === 0 ? release : (toDo.shift() ?? release);
    told.push(claimed(task, facts), await finish(as, task, facts));
  }
  return told.join("\n\n");
};
