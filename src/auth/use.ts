import { enumeration } from "../domain/enumeration.js";

/** Every way a coordinate can be used. Only `project` may be answered in part. */
export const Use = enumeration(
  "project",
  "filter",
  "order",
  "group",
  "aggregate",
  "search",
  "cursor",
  "write",
  "subscribe",
  "export",
);
export type Use = keyof typeof Use;
