import type { PersistedOperation } from "../commands/persisted-operations.js";
import type { Registered } from "../db/queries/persisted-operation.js";

const counted = (count: number): string => `${count} operation${count === 1 ? "" : "s"}`;

export const fitLines = (operations: readonly PersistedOperation[]): string[] => [
  ...operations.map(({ id, name }) => `${id}  ${name}`),
  `${counted(operations.length)} fit the schema and the limits.`,
];

export const registeredLines = (operations: readonly PersistedOperation[], fresh: readonly string[]): string[] => [
  ...operations.map(({ id, name }) => `${fresh.includes(id) ? "+" : "="} ${id}  ${name}`),
  `${counted(fresh.length)} registered, ${operations.length - fresh.length} known already.`,
];

export const listLines = (operations: readonly Registered[]): string[] => [
  ...operations.map(
    ({ id, name, registeredAt, registeredBy }) =>
      `${id}  ${registeredAt.slice(0, 16)}  ${registeredBy ?? "-"}  ${name}`,
  ),
  `${counted(operations.length)} registered.`,
];

export const removedLines = (ids: readonly string[]): string[] => [
  ...ids.map((id) => `- ${id}`),
  `${counted(ids.length)} removed; they stop within two seconds.`,
];
