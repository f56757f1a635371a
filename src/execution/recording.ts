import type { ApolloServerPlugin, GraphQLRequestContext } from "@apollo/server";
import type { AccessPlan } from "../auth/access-plan.js";
import { type AccessRead, precedesAnswer, readsOf, refusedReads } from "../auth/access-reads.js";
import type { Policy } from "../auth/policy.js";
import { isViewer, type Viewer } from "../auth/viewer.js";
import type { AccessEntry } from "../commands/ledger-entry.js";
import type { BaseContext, RequestContext } from "../context.js";
import type { AccessOutcome } from "../domain/access-event.js";
import { Refusal } from "../domain/refusal.js";
import { refusalIn, refuseInstead } from "./errors.js";
import { operationHashOf } from "./operation-hash.js";

/** Reads a plan may have: one list per combination of arguments. More means combinations are being invented. */
const MOST = 64;

const known = new WeakMap<AccessPlan, Map<string, readonly AccessRead[]>>();

const plannedReads = ({ policy, plan, demands, exit }: RequestContext): readonly AccessRead[] => {
  const lists = known.get(plan) ?? new Map<string, readonly AccessRead[]>();
  known.set(plan, lists);
  const key = `${exit} ${demands.map(({ coordinate, use }) => `${coordinate} ${use}`).join(" ")}`;
  const reads = lists.get(key) ?? readsOf(policy, plan, demands, exit);
  if (lists.size >= MOST) lists.clear();
  lists.set(key, reads);
  return reads;
};

type Sent = GraphQLRequestContext<BaseContext>;

/** What became of an operation, as its answer tells. */
const ending = ({ response }: Sent): { readonly outcome: AccessOutcome; readonly code: string | null } => {
  const { data, errors } = response.body?.kind === "single" ? response.body.singleResult : {};
  const code = errors?.[0]?.extensions?.code;
  const told = code === undefined ? null : String(code);
  if (data != null) return { outcome: "ANSWERED", code: told };
  return { outcome: told === "INTERNAL" ? "FAILED" : "REFUSED", code: told };
};

const refusedIn = (policy: Policy, { errors }: Sent): readonly AccessRead[] => {
  const refusal = refusalIn(errors?.[0]);
  return refusal === null ? [] : refusedReads(policy, refusal.details);
};

const entryOf = (policy: Policy, sent: Sent, viewer: Viewer): AccessEntry | null => {
  const { contextValue: context, document, operation } = sent;
  if (document === undefined || operation === undefined) return null;
  const { persisted, now, purpose, exit, touched } = context;
  const isPlanned = "plan" in context;
  return {
    viewer,
    occurredAt: now,
    purpose,
    exit,
    ...ending(sent),
    operation: {
      // As the document has it: what a client calls it beside that is any text.
      name: operation.name?.value ?? null,
      hash: persisted?.id ?? operationHashOf(document),
      registered: persisted !== null,
    },
    policyVersion: policy.version,
    reads: isPlanned ? plannedReads(context as RequestContext) : refusedIn(policy, sent),
    customers: touched,
  };
};

const CLOSED = "Nothing is answered: that you read this could not be written down (SP12). Try again later.";

/** No log, no data: what was found is dropped, and what was changed stays changed. */
const close = ({ response }: Sent): void => refuseInstead(response, new Refusal("UNAVAILABLE", CLOSED));

/**
 * Writes every operation of somebody who is signed in into the read ledger: before its answer leaves if it holds
 * values that are told of nobody unwritten, else with the next ones. What does not fit the schema is no operation.
 */
export const recording = (policy: Policy): ApolloServerPlugin<BaseContext> => ({
  requestDidStart: async () => ({
    willSendResponse: async (sent) => {
      const { principal, ledger } = sent.contextValue;
      if (!isViewer(principal)) return;
      try {
        const entry = entryOf(policy, sent, principal);
        if (entry === null) return;
        if (entry.outcome === "ANSWERED" && precedesAnswer(entry.reads)) await ledger.write(entry);
        else ledger.note(entry);
      } catch {
        close(sent);
      }
    },
  }),
});
