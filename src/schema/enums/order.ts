import { publish } from "./publish.js";

export const SortDirection = { ASC: "ASC", DESC: "DESC" } as const;

publish("SortDirection", SortDirection, "Direction of an order; null comes last in both.", {
  ASC: "Smallest first.",
  DESC: "Largest first.",
});
