import type { AccessPlan } from "../../auth/access-plan.js";
import type { Statement } from "./statement.js";

/** Statements a plan may hold: one per root field and form of its arguments. More means forms are being invented. */
const MOST = 200;

/** Compiled statements, kept as long as the plan they were compiled under. */
export class StatementCache {
  readonly #byPlan = new WeakMap<AccessPlan, Map<string, Statement>>();

  get(plan: AccessPlan, key: string, compile: () => Statement): Statement {
    const statements = this.#byPlan.get(plan) ?? new Map<string, Statement>();
    this.#byPlan.set(plan, statements);
    const known = statements.get(key);
    if (known !== undefined) return known;
    if (statements.size >= MOST) statements.clear();
    const compiled = compile();
    statements.set(key, compiled);
    return compiled;
  }
}
