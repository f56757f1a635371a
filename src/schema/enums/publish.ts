import { registerEnumType } from "type-graphql";
import type { Enumeration } from "../../domain/enumeration.js";

/** Publishes a closed list under a name, every value described. */
export const publish = <K extends string>(
  name: string,
  values: Enumeration<K>,
  description: string,
  descriptions: Record<K, string>,
): void => {
  const valuesConfig = Object.fromEntries(
    Object.entries<string>(descriptions).map(([key, text]) => [key, { description: text }]),
  ) as Record<K, { description: string }>;
  registerEnumType(values, { name, description, valuesConfig });
};
