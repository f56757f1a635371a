import { Extensions } from "type-graphql";
import type { Grade } from "../domain/grade.js";

const seen = new WeakMap<object, Set<string | symbol>>();

/**
 * Says what kind of fact a field is, next to where the field is named. It reaches the schema's extensions, from which
 * the access plan decides, and the SDL (`@classified(grade: …)`). A field is classified exactly once.
 *
 * @throws Error at load when a field is classified twice
 */
export const Classified =
  (grade: Grade): PropertyDecorator & MethodDecorator =>
  (target: object, key: string | symbol, descriptor?: unknown): void => {
    const keys = seen.get(target) ?? new Set();
    if (keys.has(key)) throw new Error(`${target.constructor.name}.${String(key)} is classified twice`);
    seen.set(target, keys.add(key));
    const extend = Extensions({ directives: { classified: { grade } } }) as (
      target: object,
      key: string | symbol,
      descriptor?: unknown,
    ) => void;
    extend(target, key, descriptor);
  };
