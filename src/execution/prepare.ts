import { type DocumentNode, type FieldNode, getArgumentValues, type OperationDefinitionNode } from "graphql";
import type { AccessPlan } from "../auth/access-plan.js";
import { type AccessRead, readsOf } from "../auth/access-reads.js";
import { everyField } from "../auth/asked.js";
import type { Coordinate } from "../auth/classification.js";
import type { CursorCodec } from "../auth/cursor.js";
import { type Demand, demandsOf } from "../auth/demands.js";
import type { ActingRole, Policy } from "../auth/policy.js";
import { isViewer } from "../auth/viewer.js";
import type { BaseContext, RequestContext } from "../context.js";
import { bindLists } from "../db/selection/arguments.js";
import { cursorPurpose, Reads } from "../db/selection/reads.js";
import { StatementCache } from "../db/selection/statement-cache.js";
import { namesOf } from "../domain/enumeration.js";
import type { FourEyes } from "../domain/four-eyes.js";
import { todayIn } from "../domain/local-date.js";
import { Refusal } from "../domain/refusal.js";
import { Purpose } from "../domain/source.js";
import { checkGiven } from "./given.js";
import { checkCost, type Limits, type PageSizes } from "./limits.js";
import { Plans } from "./plans.js";
import type { SecuredSchema } from "./secured-schema.js";
import { storedFor } from "./stored-for.js";
import { asRefusedNull, coerceVariables } from "./variables.js";
import { refusePartial } from "./whole-or-nothing.js";

export interface PrepareOptions {
  readonly secured: SecuredSchema;
  readonly cursors: CursorCodec;
  readonly limits: Limits;
  readonly timeZone: string;
  readonly fourEyes: FourEyes;
  /** Whether an operation that reads personal data has to name its purpose. */
  readonly purposeRequired: boolean;
  readonly reportMemoryDays: number;
}

type Variables = Readonly<Record<string, unknown>>;

/** One operation of a request, parsed and validated. */
export interface Requested {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  readonly variables: Variables;
  /** Whether anything short of FULL refuses the operation (`x-disclosure: strict`). */
  readonly strict: boolean;
}

/** What lists have that are no pages of rows: as many as ids are named, or as `first` says. */
const sizeOf = ({ ids, first }: Readonly<Record<string, unknown>>): number | undefined => {
  if (Array.isArray(ids)) return ids.length;
  return typeof first === "number" ? first : undefined;
};

interface Used {
  readonly demands: readonly Demand[];
  /** How long lists may get by what their arguments say. */
  readonly sizes: PageSizes;
}

/** Filters, orders, searches, inputs: whatever an argument uses must be allowed in that use, or nothing runs. */
const checkUses = async (plan: AccessPlan, variables: Variables): Promise<Used> => {
  const demands: Demand[] = [];
  const sizes = new Map<FieldNode, { readonly size: number }>();
  for (const field of everyField(plan.roots)) {
    if (field.definition.args.length === 0) continue;
    const given = getArgumentValues(field.definition, field.node, variables);
    for (const [name, value] of Object.entries(given)) checkGiven(value, name);
    for (const demand of demandsOf(field.coordinate, field.definition.args, given)) {
      await plan.demand(demand.coordinate, demand.use);
      demands.push(demand);
    }
    const size = sizeOf(given);
    if (size !== undefined) sizes.set(field.node, { size });
  }
  return { demands, sizes };
};

/** Of what leaves as a file, all that is shown and all it is made of has to be open for export. */
const checkExport = async (plan: AccessPlan, demands: readonly Demand[]): Promise<void> => {
  for (const { coordinate } of everyField(plan.roots)) await plan.demand(coordinate, "export");
  for (const { coordinate } of demands) await plan.demand(coordinate, "export");
};

/** What a statement says is a sole trader's own: before rows are read nobody knows whose it is. Of a group it is nobody's. */
const isPersonal = ({ grade, use }: AccessRead): boolean =>
  grade === "CONTACT" || grade === "IDENTITY" || (grade === "FINANCIAL" && use !== "aggregate");

/**
 * Personal data are read for a purpose that is named (SP4): also where only a part of them is shown, where a text may quote
 * them, and where they are only looked for.
 */
const refuseWithoutPurpose = (policy: Policy, plan: AccessPlan, demands: readonly Demand[]): void => {
  for (const read of readsOf(policy, plan, demands, "GRAPHQL")) {
    const { coordinate, use, level } = read;
    if (use === "write" || level === "DENIED" || !isPersonal(read)) continue;
    const purposes = namesOf(Purpose).join(", ");
    throw new Refusal("BAD_USER_INPUT", `${coordinate} is personal data: name the purpose in x-purpose, ${purposes}.`);
  }
};

const roleOf = ({ principal }: BaseContext): ActingRole => (isViewer(principal) ? principal.role : null);

/**
 * Makes a request ready to run: variables coerced, access planned, uses checked, arguments bound. Whatever is refused
 * is refused here, before anything has run.
 */
export const preparer = ({ secured, cursors, limits, purposeRequired, ...settings }: PrepareOptions) => {
  const { timeZone } = settings;
  const plans = new Plans(secured, limits);
  const statements = new StatementCache();
  const prepare = async (context: BaseContext, requested: Requested, variables: Variables): Promise<void> => {
    const { principal, database, now, ledger, touched } = context;
    const role = roleOf(context);
    const plan = await plans.find(requested.document, requested.definition, role, variables);
    const { demands, sizes } = await checkUses(plan, variables);
    if (purposeRequired && context.purpose === null) refuseWithoutPurpose(secured.policy, plan, demands);
    if (context.exit === "CSV_REPORT") await checkExport(plan, demands);
    const bound = bindLists(plan.roots, variables, {
      storedFor: storedFor(database.vault, ledger.keys),
      openCursor: (list, order, cursor) => cursors.open(cursorPurpose(role, list, order), cursor),
    });
    checkCost(plan.roots, new Map([...sizes, ...bound.lists]), limits);
    if (requested.strict) refusePartial(plan, requested.definition.operation);
    const withheld = requested.strict ? new Set<Coordinate>() : null;
    const today = todayIn(timeZone, now);
    const reads = new Reads({ database, principal, plan, bound, statements, cursors, now, today, touched, withheld });
    const { policy } = secured;
    const ready: Partial<RequestContext> = { policy, plan, reads, demands, variables, withheld, ...settings };
    Object.assign(context, ready);
  };
  return async (context: BaseContext, requested: Requested): Promise<void> => {
    const variables = coerceVariables(secured.schema, requested.definition, requested.variables);
    await prepare(context, requested, variables).catch((error: unknown) => {
      throw asRefusedNull(error, variables);
    });
  };
};
