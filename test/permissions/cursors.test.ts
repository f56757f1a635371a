import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Archive, openArchive } from "../support/archive.js";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});
afterAll(() => archive.close());

/** Lists and what they are ordered by, with the field of it; whoever may order by it sees it in full. */
const ORDERS: readonly (readonly [list: string, order: string, field: string])[] = [
  ["customers", "NAME", "name"],
  ["financialStatements", "REVENUE", "revenue { amount }"],
  ["financialStatements", "NET_PROFIT", "netProfit { amount }"],
  ["financialStatements", "TOTAL_ASSETS", "totalAssets { amount }"],
];

const valuesIn = (node: unknown): string[] =>
  node !== null && typeof node === "object"
    ? Object.values(node).flatMap(valuesIn)
    : node === null
      ? []
      : [String(node)];

/** However the bytes of a cursor may have been written down. */
const readings = (cursor: string): string[] =>
  [
    cursor,
    ...(["base64url", "base64", "hex"] as const).map((form) => Buffer.from(cursor, form).toString("utf8")),
  ].flatMap((text) => [
    text,
    Buffer.from(text, "latin1").toString("base64"),
    Buffer.from(text, "utf8").toString("hex"),
  ]);

describe("a cursor tells nobody where it stands", () => {
  test.each(ORDERS)("%s by %s", async (list, order, field) => {
    const query = `{ ${list}(first: 40, orderBy: { field: ${order}, direction: DESC }) { edges { cursor node { ${field} } } } }`;
    const { data, text } = await archive.ask("reviewer", query);
    if (!data) throw new Error(text);
    const edges = data[list].edges as { cursor: string; node: object }[];
    const told = edges.flatMap(({ node }) => valuesIn(node)).filter((value) => value.length >= 4);
    expect(told.length).toBeGreaterThan(10);
    for (const { cursor } of edges)
      for (const reading of readings(cursor)) for (const value of told) expect(reading.includes(value)).toBe(false);
    // Of the same length whatever stands behind it would be too much to ask; the same place twice is not the same text.
    const again = await archive.ask("reviewer", query);
    expect(new Set([...edges, ...again.data[list].edges].map(({ cursor }) => cursor)).size).toBe(2 * edges.length);
  });
});
