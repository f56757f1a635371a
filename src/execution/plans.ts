import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from "graphql";
import { type AccessPlan, planAccess } from "../auth/access-plan.js";
import type { Operation } from "../auth/collect-fields.js";
import type { ActingRole } from "../auth/policy.js";
import { categoriesOfType } from "../auth/type-categories.js";
import { checkForm, type Limits } from "./limits.js";
import type { SecuredSchema } from "./secured-schema.js";

/** The variables that `@skip` and `@include` depend on: with other values it is another plan. */
const conditionsOf = (document: DocumentNode): string[] => {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: given = [] }) => {
      if (name.value !== "skip" && name.value !== "include") return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names].sort();
};

const fragmentsOf = (document: DocumentNode): Record<string, FragmentDefinitionNode> =>
  Object.fromEntries(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );

/** One operation of a document, as the walk over it needs to know it. */
export const operationOf = (
  schema: GraphQLSchema,
  document: DocumentNode,
  definition: OperationDefinitionNode,
  conditions: Readonly<Record<string, unknown>>,
): Operation => ({
  schema,
  definition,
  fragments: fragmentsOf(document),
  conditions,
  categoryOf: categoriesOfType,
});

interface Known {
  readonly conditions: readonly string[];
  readonly plans: Map<string, AccessPlan>;
}

/** Plans a document may hold: roles × operations × conditions. */
const MOST = 64;

/** The access plans of documents: made once per role, kept as long as the document is. */
export class Plans {
  readonly #known = new WeakMap<DocumentNode, Known>();

  constructor(
    private readonly secured: SecuredSchema,
    private readonly limits: Limits,
  ) {}

  /** @throws Refusal when the operation is not for this role, or is too deep or too wide */
  async find(
    document: DocumentNode,
    definition: OperationDefinitionNode,
    role: ActingRole,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<AccessPlan> {
    const known = this.#known.get(document) ?? { conditions: conditionsOf(document), plans: new Map() };
    this.#known.set(document, known);
    const conditions = Object.fromEntries(known.conditions.map((name) => [name, variables[name]]));
    const key = JSON.stringify([definition.name?.value, role, conditions]);
    const found = known.plans.get(key);
    if (found !== undefined) return found;
    const plan = await this.#make(document, definition, role, conditions);
    if (known.plans.size >= MOST) known.plans.clear();
    known.plans.set(key, plan);
    return plan;
  }

  async #make(document: DocumentNode, definition: OperationDefinitionNode, role: ActingRole, conditions: object) {
    const { schema, policy, rules } = this.secured;
    const operation = operationOf(schema, document, definition, conditions as Readonly<Record<string, unknown>>);
    const plan = await planAccess(policy, rules, role, operation);
    checkForm(document, plan.roots, this.limits);
    return plan;
  }
}
