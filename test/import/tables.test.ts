import { describe, expect, test } from "vitest";
import { cellText } from "../../src/commands/import/reading/cell-text.js";
import { openTable, type Reading } from "../../src/commands/import/reading/table.js";
import { fileOf, rowOf } from "./register-files.js";
import { type GivenCell, sheetOf, workbookOf } from "./workbook-files.js";

const HEADER = "企业名称,法人代表,注册地址";
const TEXT = `${HEADER}\n虚构甲商贸有限公司,张某某,虚构市虚构区虚构路\n虚构乙纺织有限公司,李某某,虚构县\n`;

const read = async (file: string, reading: Reading = {}) => {
  const table = await openTable(file, reading);
  const rows = [];
  for await (const some of table.rows()) rows.push(...some);
  return { ...table, rows };
};

/** What Node writes itself; the others are written by their tables below. */
const utf16 = (text: string, swap: boolean): Buffer => {
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
  return swap ? bytes.swap16() : bytes;
};

/** Every character's bytes, found by decoding all pairs: Node reads these encodings and writes none of them. */
const encoded = (text: string, encoding: "gb18030" | "big5"): Buffer => {
  const decoder = new TextDecoder(encoding);
  const bytesOf = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && !bytesOf.has(character)) bytesOf.set(character, [lead, trail]);
    }
  return Buffer.from([...text].flatMap((each) => (each < "\u0080" ? [each.charCodeAt(0)] : (bytesOf.get(each) ?? []))));
};

const LONG = `${HEADER}\n${Array.from({ length: 40 }, (_, i) => `虛構商業貿易有限公司${i},張小明,台北市中正區重慶南路一段${i}號\n`).join("")}`;

describe("text in whatever encoding", () => {
  test.each([
    ["UTF-8", Buffer.from(TEXT), "utf-8"],
    ["UTF-8 with a byte order mark", Buffer.from(`\uFEFF${TEXT}`), "utf-8"],
    ["UTF-16, little end first", utf16(TEXT, false), "utf-16le"],
    ["UTF-16, big end first", utf16(TEXT, true), "utf-16be"],
    ["GB18030", encoded(TEXT, "gb18030"), "gb18030"],
  ])("%s is read as what it is", async (_, bytes, encoding) => {
    const { header, rows, form } = await read(await fileOf(bytes));
    expect(form).toBe(`${encoding}, separated by commas`);
    expect(header).toEqual(HEADER.split(","));
    expect(rows.map(({ cells }) => cells)).toEqual([
      ["虚构甲商贸有限公司", "张某某", "虚构市虚构区虚构路"],
      ["虚构乙纺织有限公司", "李某某", "虚构县"],
    ]);
  });

  test("Big5 is told from GB18030 by its text", async () => {
    const { form, rows } = await read(await fileOf(encoded(LONG.replace(HEADER, "公司名稱,代表人,地址"), "big5")));
    expect(form).toContain("big5");
    expect(rows[3]?.cells?.[0]).toBe("虛構商業貿易有限公司3");
  });

  test("is read in the encoding that was named, and refused when it is not in that", async () => {
    const file = await fileOf(encoded(TEXT, "gb18030"));
    expect((await read(file, { encoding: "gb18030" })).rows).toHaveLength(2);
    await expect(read(file, { encoding: "utf-8" })).rejects.toThrow("it is not utf-8 throughout");
  });

  describe("of two encodings is refused with the line that differs:", () => {
    const lines = Array.from({ length: 6000 }, (_, i) => `虚构第${i}商贸有限公司,张某某,虚构市虚构区虚构路`);
    const mixed = (most: (text: string) => Buffer, other: (text: string) => Buffer, at: number): Buffer => {
      const parts = [lines.slice(0, at - 2), lines.slice(at - 2, at - 1), lines.slice(at - 1)];
      const [before, line, behind] = parts.map((part) => part.map((text) => `${text}\n`).join(""));
      return Buffer.concat([most(`${HEADER}\n${before}`), other(line ?? ""), most(behind ?? "")]);
    };
    const gb = (text: string) => encoded(text, "gb18030");
    const utf8 = (text: string) => Buffer.from(text);

    test.each([2, 3, 5000])("UTF-8, and line %i is not", async (at) => {
      const file = await fileOf(mixed(utf8, gb, at));
      await expect(read(file)).rejects.toThrow(`${file}: most of it is utf-8, but line ${at} is not`);
      await expect(read(file, { encoding: "utf-8" })).rejects.toThrow(`not utf-8 throughout: line ${at} is not`);
    });

    test.each([2, 3, 5000])("GB18030, and line %i is not", async (at) => {
      const file = await fileOf(mixed(gb, utf8, at));
      await expect(read(file)).rejects.toThrow(`${file}: line ${at} is utf-8, but most of it is not`);
    });

    test("of two lines UTF-8 is the one that was meant", async () => {
      const file = await fileOf(Buffer.concat([utf8(`${HEADER}\n`), gb("甲,乙,丙\n")]));
      await expect(read(file)).rejects.toThrow("most of it is utf-8, but line 2 is not");
    });

    test("UTF-16 with half a character", async () => {
      const whole = utf16(TEXT, false);
      const [head, tail] = [whole.subarray(0, whole.length - 20), whole.subarray(whole.length - 20)];
      const file = await fileOf(Buffer.concat([head, Buffer.of(0x00, 0xd8), tail]));
      await expect(read(file)).rejects.toThrow("not utf-16le throughout: line 3 is not");
    });
  });

  test("in GB18030 a short line that could be UTF-8 as well is none of two encodings", async () => {
    const { form, rows } = await read(await fileOf(encoded(`${TEXT}联通,联通,联通\n`, "gb18030")));
    expect(form).toContain("gb18030");
    expect(rows[2]?.cells).toEqual(["联通", "联通", "联通"]);
  });

  test("a character cut in two by the end of a chunk is one character", async () => {
    const text = `${HEADER}\n${"甲".repeat(200_001)},乙,丙\n`;
    const { rows } = await read(await fileOf(text));
    expect(rows[0]?.cells?.[0]).toBe("甲".repeat(200_001));
  });

  test.each([";", "\t"])("separated by %j is told by its header", async (mark) => {
    const { rows } = await read(await fileOf(TEXT.replaceAll(",", mark)));
    expect(rows[1]?.cells).toEqual(["虚构乙纺织有限公司", "李某某", "虚构县"]);
  });
});

describe("a workbook", () => {
  const cellsOf = async (cells: readonly (GivenCell | null)[]) => {
    const file = await fileOf(workbookOf({ 表: [["a", "b", "c", "d"], cells] }));
    const [row] = (await read(file)).rows;
    return row?.cells ?? row?.fault;
  };
  const number = (text: string, style = 0) => ({ style, xml: `<v>${text}</v>` });

  test("gives texts, numbers without their float, days and what a formula came to", async () => {
    expect(
      await cellsOf([
        "虚构&<甲>",
        number("1234.5599999999999"),
        number("45292", 1),
        { type: "str", xml: "<f>A1</f><v>和</v>" },
      ]),
    ).toEqual(["虚构&<甲>", "1234.56", "2024-01-01", "和"]);
    expect(
      await cellsOf([number("1.5E+7"), number("-2.5E-3"), number("45292.75", 2), { type: "b", xml: "<v>1</v>" }]),
    ).toEqual(["15000000", "-0.0025", "2024-01-01", "true"]);
    expect(
      await cellsOf([
        number("19900001234"),
        number("0"),
        { type: "inlineStr", xml: "<is><t>内</t></is>" },
        number("0.1"),
      ]),
    ).toEqual(["19900001234", "0", "内", "0.1"]);
  });

  test("is refused where somebody names an encoding for it", async () => {
    const file = await fileOf(workbookOf({ 表: [["a"], ["b"]] }));
    await expect(read(file, { encoding: "gb18030" })).rejects.toThrow("it is a workbook: leave the encoding out");
  });

  test("keeps long digits that are texts, and rejects those whose end the spreadsheet has lost", async () => {
    expect(await cellsOf(["000000199004180485"])).toEqual(["000000199004180485", "", "", ""]);
    expect(await cellsOf([number("1.1010519491231E+17")])).toContain("more than 15 digits");
    expect(await cellsOf([{ type: "e", xml: "<v>#REF!</v>" }])).toContain("formula");
  });

  test("cells that are left out are empty, rows that are empty are none, and lines are those of the sheet", async () => {
    const sheet = [
      ["a", "b", "c"],
      [null, null, null],
      [null, "x", null],
    ];
    const { rows } = await read(await fileOf(workbookOf({ 表: sheet })));
    expect(rows).toEqual([{ line: 3, text: ",x", cells: ["", "x", ""], fault: null }]);
  });

  test("with a value far right of its table has that row at fault, and keeps the value without all that is empty before it", async () => {
    const far = '<c t="str"><v>x</v></c><c r="XFD3" t="str"><v>y</v></c>';
    const styled = '<c t="str"><v>x</v></c><c r="XFD4" s="1"/>';
    const { rows } = await read(await fileOf(sheetOf(["a", "b"], `<row/><row>${far}</row><row>${styled}</row>`)));
    expect(rows).toEqual([
      { line: 3, text: "x,y", cells: null, fault: "it has a value in column XFD, right of the last column, B" },
      { line: 4, text: "x", cells: ["x", ""], fault: null },
    ]);
  });

  test("with a header wider than any table is refused", async () => {
    const wide = sheetOf(["a"], "");
    const file = await fileOf(
      workbookOf({ 表: [] }, { "xl/worksheets/sheet1.xml": '<x><row><c r="ALM1" t="str"><v>a</v></c></row></x>' }),
    );
    expect((await read(await fileOf(wide))).header).toEqual(["a"]);
    await expect(read(file)).rejects.toThrow("no header: it has a value in column ALM, right of the last column, ALL");
  });

  test("whose row refers to one long text again and again has that row at fault, and is not written out", async () => {
    const long = "甲".repeat(30_000);
    const [row] = (
      await read(
        await fileOf(
          workbookOf({
            表: [
              ["a", "b"],
              [long, long],
            ],
          }),
        ),
      )
    ).rows;
    expect(row).toMatchObject({ cells: null, fault: "it has more than 50000 characters" });
    expect(row?.text).toBe(`${long.slice(0, 4000)}…`);
  });

  test("with a number no spreadsheet writes takes no time over it", () => {
    const value = `1${"0".repeat(45_000)}1`;
    const before = performance.now();
    for (let i = 0; i < 60; i += 1)
      expect(cellText({ type: "n", style: 0, value }, { strings: [], daysByStyle: [], from1904: false })).toEqual({
        text: value,
      });
    expect(performance.now() - before).toBeLessThan(1500);
  });

  test.each([
    ["twice the same", '<row r="2"/><row r="2"/>', "The row after row 2 of the sheet has a number that is none from 3"],
    ["falling", '<row r="5"/><row r="4"/>', "The row after row 5"],
    ["beyond every row", '<row r="99999999999"/>', "to 1048576"],
    ["left out behind the last row", '<row r="1048576"/><row/>', "The row after row 1048576"],
    ["no numbers", '<row r="abc"/>', "The row after row 1 "],
    ["no whole numbers", '<row r="2.5"/>', "The row after row 1 "],
  ])("whose row numbers are %s is refused", async (_, rows, message) => {
    await expect(read(await fileOf(sheetOf(["a"], rows)))).rejects.toThrow(
      expect.objectContaining({ code: "BAD_USER_INPUT", message: expect.stringContaining(message) }),
    );
  });

  test("leaves numbers of rows out, or skips some", async () => {
    const row = (r: string) => `<row${r}><c t="str"><v>x</v></c></row>`;
    const { rows } = await read(await fileOf(sheetOf(["a"], row("") + row(' r="7"') + row("") + row(' r="1048576"'))));
    expect(rows.map(({ line }) => line)).toEqual([2, 7, 8, 1_048_576]);
  });

  test.each([
    ["XML that breaks off", "<row><c></row>"],
    ["XML that is none", "<row & <"],
  ])("with a sheet of %s is refused by name", async (_, xml) => {
    const file = await fileOf(sheetOf(["a"], xml));
    await expect(read(file)).rejects.toThrow(`${file}: it begins as a zip archive does`);
  });

  test.each(["toString", "constructor", "__proto__"])(
    "with a cell of kind %s, which is none, has its text",
    async (type) => {
      expect(await cellsOf([{ type, xml: "<v>x</v>" }])).toEqual(["x", "", "", ""]);
    },
  );

  test("is read from its first sheet, or from the one that is named", async () => {
    const file = await fileOf(workbookOf({ 一: [["a"], ["1"]], 二: [["b"], ["2"]] }));
    expect((await read(file)).header).toEqual(["a"]);
    expect((await read(file, { sheet: "二" })).header).toEqual(["b"]);
    await expect(read(file, { sheet: "三" })).rejects.toThrow("there are: 一, 二");
  });

  test("that is named is refused of a CSV, which has none", async () => {
    const file = await fileOf(TEXT);
    await expect(read(file, { sheet: "表" })).rejects.toThrow(`${file}: a sheet is named, and it is no workbook`);
  });

  test.each(["list.xlsx", "LIST.XLSX"])("is what %s has to be", async (name) => {
    const file = await fileOf("not a zip");
    await expect(read(file, { name })).rejects.toThrow(`${name}: its name is that of a workbook, and it is none.`);
  });

  test("as large as a register is read row by row", async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => rowOf(i).split(","));
    const table = await read(await fileOf(workbookOf({ 表: [Array(10).fill("h"), ...rows] })));
    expect(table.rows).toHaveLength(5000);
    expect(table.rows.at(-1)).toMatchObject({ line: 5001, cells: rows.at(-1) });
  });

  test("that would unpack to more than is read is refused before it is", async () => {
    const bomb = workbookOf({ 表: [["a"]] });
    // The size the directory of the archive announces for its first part.
    bomb.writeUInt32LE(0xffff_fff0, bomb.indexOf(Buffer.from("PK\u0001\u0002")) + 24);
    await expect(read(await fileOf(bomb))).rejects.toThrow("1024 MiB at most");
  });

  test.each([
    ["xl/styles.xml", `<x>${"<y/>".repeat(2 ** 22)}</x>`, "xl/styles.xml of a workbook may have 16 MiB at most"],
    ["xl/workbook.xml", `<x>${"<y/>".repeat(2 ** 22)}</x>`, "xl/workbook.xml of a workbook may have 16 MiB"],
    ["xl/sharedStrings.xml", `<x>${"<si/>".repeat(2 ** 23 + 1)}</x>`, "8388608 texts at most"],
  ])(
    "that fills the memory with %s is refused",
    async (part, xml, message) => {
      await expect(read(await fileOf(workbookOf({ 表: [["a"]] }, { [part]: xml })))).rejects.toThrow(message);
    },
    60_000,
  );

  test("that lies about its size is not read beyond it", async () => {
    const liar = workbookOf({ 表: [["a"], ["x".repeat(100_000)]] });
    const strings = liar.lastIndexOf(Buffer.from("xl/sharedStrings.xml"));
    liar.writeUInt32LE(50, strings - 46 + 24);
    await expect(read(await fileOf(liar))).rejects.toThrow("no workbook");
  });

  test.each([
    ["no workbook", Buffer.from("PK\u0003\u0004 and nothing more")],
    [
      "entities of its own",
      workbookOf({ 表: [["a"]] }, { "xl/workbook.xml": '<!DOCTYPE x [<!ENTITY a "b">]><workbook>&a;</workbook>' }),
    ],
  ])("with %s is refused by name", async (_, bytes) => {
    const file = await fileOf(bytes);
    await expect(read(file)).rejects.toThrow(`${file}: it begins as a zip archive does`);
  });
});
