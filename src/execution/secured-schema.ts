import type { GraphQLSchema } from "graphql";
import { guardFields } from "../auth/guard.js";
import { type ActingRole, type Policy, policyOf } from "../auth/policy.js";
import { schemaFor } from "../auth/role-schema.js";
import { type Rules, rulesOf } from "../auth/rules.js";
import { archiveSchema } from "../resolvers/index.js";
import { checkReadable } from "./check-readable.js";
import { decryptLeaves } from "./decrypt-leaves.js";
import { readRelations } from "./read-relations.js";

/** The schema with every wall on it, and the policy the walls follow. */
export interface SecuredSchema {
  readonly schema: GraphQLSchema;
  readonly policy: Policy;
  readonly rules: Rules;
  /** What a role can ever use of it: what introspection tells. */
  schemaOf(role: ActingRole): GraphQLSchema;
}

/**
 * Builds the schema and puts the permission layer on it.
 *
 * @throws Error naming what is unclassified: the process does not start with it
 */
export const securedSchema = async (): Promise<SecuredSchema> => {
  const schema = await archiveSchema();
  const policy = policyOf(schema);
  checkReadable(schema, policy);
  readRelations(schema);
  decryptLeaves(schema);
  const rules = rulesOf(policy);
  rules.guardRoots(schema);
  guardFields(schema);
  const shaped = new Map<ActingRole, GraphQLSchema>();
  const schemaOf = (role: ActingRole): GraphQLSchema => {
    const known = shaped.get(role) ?? schemaFor(schema, policy, role);
    shaped.set(role, known);
    return known;
  };
  return { schema, policy, rules, schemaOf };
};
