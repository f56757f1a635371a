import { describe, expect, test } from "vitest";
import { csvRows, delimiterOf } from "../../src/commands/import/reading/csv-row.js";
import type { ReadRow } from "../../src/commands/import/reading/read-row.js";
import { csvValue } from "../../src/commands/import/rejected-file.js";

async function* lines(text: string, size: number) {
  const all = text.split("\n").map((line, i) => ({ number: i + 1, text: line }));
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size);
}

const read = async (text: string, size = 7): Promise<ReadRow[]> => {
  const rows: ReadRow[] = [];
  for await (const some of csvRows(lines(text, size), { columns: 3, delimiter: "," })) rows.push(...some);
  return rows;
};

const cellsOf = async (text: string) => (await read(text)).map(({ cells }) => cells);

describe("rows of a CSV", () => {
  test("commas, quotes and line ends within quotes belong to the value", async () => {
    expect(await cellsOf('"a,b","c ""d""",e\n1,"2\n2",3')).toEqual([
      ["a,b", 'c "d"', "e"],
      ["1", "2\n2", "3"],
    ]);
  });

  test("blank lines are no rows, and every row knows its line", async () => {
    expect((await read('a,b,c\n\n"1\n1",2,3\nx,y,z\n')).map(({ line }) => line)).toEqual([1, 3, 5]);
  });

  test("a quote that is never closed costs its own row only", async () => {
    const rows = await read('a,b,c\n1,"2,3\nx,"y",z\nk,l,m');
    expect(rows.map(({ cells }) => cells)).toEqual([["a", "b", "c"], null, ["x", "y", "z"], ["k", "l", "m"]]);
    expect(rows[1]).toEqual({ line: 2, text: '1,"2,3', cells: null, fault: "the quotes are malformed" });
  });

  test("a stray quote costs its own row only, however far away the next one is", async () => {
    const many = Array.from({ length: 200 }, (_, i) => `${i},b,c`).join("\n");
    const rows = await read(`5" pipe,b,c\n${many}\n6" pipe,b,c`);
    expect(rows.filter(({ cells }) => cells === null).map(({ line }) => line)).toEqual([1, 202]);
    expect(rows).toHaveLength(202);
  });

  test("are the same however many are read at a time", async () => {
    const text = 'a,b,c\n\n"1\n1",2,3\nx"y",y,z\nx,y\n"p,q,r\nu,v,w';
    expect(await read(text, 1)).toEqual(await read(text, 100));
  });

  test("a row of another width is read as it is", async () => {
    expect(await cellsOf("a,b\na,b,c,d")).toEqual([
      ["a", "b"],
      ["a", "b", "c", "d"],
    ]);
  });
});

test.each([
  ["a,b,c", ","],
  ["a;b;c", ";"],
  ["a\tb\tc", "\t"],
  ['"a;b;c;d",e', ","],
  ["a", ","],
])("the header %j is separated by %j", (header, delimiter) => {
  expect(delimiterOf(header)).toBe(delimiter);
});

describe("what is written for spreadsheets", () => {
  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx"])("%j is no formula", (value) => {
    expect(csvValue(value)).toBe(`'${value}`);
  });

  test("a value with commas, quotes or line ends is quoted", () => {
    expect(csvValue('a,"b"\nc')).toBe('"a,""b""\nc"');
  });
});
