import { Extensions } from "type-graphql";
import type { Grade } from "../domain/grade.js";

const seen = new WeakMap<object, Set<string | symbol>>();

/** What stands in a field's `extensions.directives.classified`: read by the access plan, printed into the SDL. */
export interface Classification {
  readonly grade: Grade;
  /** A masked twin exists: shown under M. Only strings that db/tables/masks.ts knows how to mask have one, and Money. */
  readonly masked?: true;
}

/**
 * Says what kind of fact a field is, next to where the field is named. A field is classified exactly once.
 *
 * @throws Error at load when a field is classified twice
 */
export const Classified =
  (grade: Grade, options: { masked?: true } = {}): PropertyDecorator & MethodDecorator =>
  (target: object, key: string | symbol, descriptor?: unknown): void => {
    const keys = seen.get(target) ?? new Set();
    if (keys.has(key)) throw new Error(`${target.constructor.name}.${String(key)} is classified twice`);
    seen.set(target, keys.add(key));
    const extend = Extensions({ directives: { classified: { grade, ...options } satisfies Classification } });
    (extend as (target: object, key: string | symbol, descriptor?: unknown) => void)(target, key, descriptor);
  };
