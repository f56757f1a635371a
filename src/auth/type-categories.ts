import { INFORMATION_CATEGORIES } from "../domain/category.js";
import { ALL_CATEGORIES, type Categories } from "./ceiling.js";
import type { Coordinate } from "./classification.js";

const CATEGORIES: ReadonlyMap<string, Categories> = new Map(
  Object.values(INFORMATION_CATEGORIES).flatMap(({ typeName, mutation, code }): [string, Categories][] => [
    [typeName, [code]],
    [`${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Payload`, [code]],
  ]),
);

/** The category a concrete type holds, where it holds just one. */
export const categoriesOfType = (type: string): Categories | undefined => CATEGORIES.get(type);

/** The categories of the records a coordinate may stand on, as far as its type says. */
export const categoriesAt = (coordinate: Coordinate): Categories =>
  categoriesOfType(coordinate.split(".")[0] ?? "") ?? ALL_CATEGORIES;
