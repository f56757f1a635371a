import { LRUCache } from "lru-cache";
import type { AccessPlan } from "../../auth/access-plan.js";
import type { Statement } from "./statement.js";

/** Characters of what is kept. What was compiled of a statement takes ten to twenty times its text: some hundred megabytes. */
const MOST = 8_000_000;
/** A statement longer than this is compiled each time: a few of them would drive out all others. */
const LONGEST = MOST / 32;

/** Compiled statements, those asked for last, of whatever plan they were compiled under. */
export class StatementCache {
  readonly #statements = new LRUCache<string, Statement>({
    maxSize: MOST,
    maxEntrySize: LONGEST,
    sizeCalculation: ({ text }, key) => text.length + key.length,
  });
  readonly #names = new WeakMap<AccessPlan, number>();
  #next = 0;

  get(plan: AccessPlan, key: string, compile: () => Statement): Statement {
    const name = this.#names.get(plan) ?? this.#next++;
    this.#names.set(plan, name);
    const named = `${name} ${key}`;
    const known = this.#statements.get(named);
    if (known !== undefined) return known;
    const compiled = compile();
    this.#statements.set(named, compiled);
    return compiled;
  }
}
