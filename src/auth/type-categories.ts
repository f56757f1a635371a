import { INFORMATION_CATEGORIES } from "../domain/category.js";
import type { Categories } from "./ceiling.js";

const CATEGORIES: ReadonlyMap<string, Categories> = new Map(
  Object.values(INFORMATION_CATEGORIES).flatMap(({ typeName, mutation, code }): [string, Categories][] => [
    [typeName, [code]],
    [`${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Payload`, [code]],
  ]),
);

/** The category a concrete type holds, where it holds just one. */
export const categoriesOfType = (type: string): Categories | undefined => CATEGORIES.get(type);
