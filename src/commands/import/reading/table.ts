import { open, stat } from "node:fs/promises";
import { Refusal } from "../../../domain/refusal.js";
import { cellsOf, csvRows, delimiterOf } from "./csv-row.js";
import { type Encoding, encodingOf } from "./encoding.js";
import { linesOf } from "./line.js";
import type { ReadRow } from "./read-row.js";
import { readable } from "./readable.js";
import { sheetEvents } from "./sheet-row.js";
import { openWorkbook, type Workbook } from "./workbook.js";
import { MOST_COLUMNS } from "./workbook-limits.js";

export interface Reading {
  /** What its messages call the file; its path unless said. */
  readonly name?: string | undefined;
  /** Found out unless said. Of text only. */
  readonly encoding?: Encoding | undefined;
  /** The first one unless said. Of workbooks only. */
  readonly sheet?: string | undefined;
}

/** A file as a table, whatever it is written in. */
export interface Table {
  /** Trimmed. */
  readonly header: readonly string[];
  readonly bytes: number;
  /** What it turned out to be: `gb18030, separated by ;`. */
  readonly form: string;
  /** The rows below the header, some at a time, in the order of the file. */
  rows(onBytes?: (bytes: number) => void): AsyncGenerator<readonly ReadRow[]>;
}

const NAME_OF: Readonly<Record<string, string>> = { ",": "commas", ";": "semicolons", "\t": "tabs" };

const belowHeader = (rows: readonly ReadRow[], headerLine: number): readonly ReadRow[] =>
  rows[0] !== undefined && rows[0].line > headerLine ? rows : rows.filter(({ line }) => line > headerLine);

const headerOf = (cells: readonly string[] | null | undefined, name: string): string[] => {
  const header = (cells ?? []).map((cell) => cell.trim());
  while (header.at(-1) === "") header.pop();
  if (header.length === 0) throw new Refusal("BAD_USER_INPUT", `${name}: its first line is no header.`);
  if (header.some((cell) => cell.includes("\0")))
    throw new Refusal("BAD_USER_INPUT", `${name}: its first line is no header: it has a NUL character.`);
  return header;
};

const firstLine = async (file: string, encoding: Encoding): Promise<string> => {
  for await (const lines of linesOf(file, encoding)) for (const { text } of lines) return text;
  return "";
};

const openText = async (file: string, name: string, named: Encoding | undefined): Promise<Table> => {
  const encoding = await encodingOf(file, name, named);
  const first = await firstLine(file, encoding);
  const delimiter = delimiterOf(first);
  const header = headerOf(cellsOf(first, delimiter), name);
  return {
    header,
    bytes: (await stat(file)).size,
    form: `${encoding}, separated by ${NAME_OF[delimiter]}`,
    async *rows(onBytes) {
      const form = { delimiter, columns: header.length };
      for await (const rows of csvRows(linesOf(file, encoding, onBytes), form)) yield belowHeader(rows, 1);
    },
  };
};

interface Sheet {
  readonly book: Workbook;
  readonly part: string;
  readonly columns: number;
}

async function* sheetRows({ book, part, columns }: Sheet, onBytes: (bytes: number) => void): AsyncGenerator<ReadRow[]> {
  let rows: ReadRow[] = [];
  const events = sheetEvents(book, columns, (row) => rows.push(row));
  for await (const _ of book.steps(part, events, onBytes)) {
    yield rows;
    rows = [];
  }
}

/** @throws Refusal for one that cannot be read */
const firstRow = async (sheet: Sheet, name: string): Promise<ReadRow | undefined> => {
  for await (const [row] of sheetRows(sheet, () => {})) {
    if (row?.fault) throw new Refusal("BAD_USER_INPUT", `${name}: its first line is no header: ${row.fault}.`);
    if (row !== undefined) return row;
  }
  return undefined;
};

const partOf = (book: Workbook, name: string, sheet: string | undefined): string => {
  const found = sheet === undefined ? book.sheets[0] : book.sheets.find((each) => each.name === sheet);
  if (found !== undefined) return found.part;
  const names = book.sheets.map((each) => each.name).join(", ");
  throw new Refusal("BAD_USER_INPUT", `${name}: it has no such sheet; there are: ${names}.`);
};

/** Rows of a sheet end with their last value: what is missing behind it is empty. */
const padded = (row: ReadRow, columns: number): ReadRow => {
  if (row.cells === null || row.cells.length >= columns) return row;
  return { ...row, cells: [...row.cells, ...Array<string>(columns - row.cells.length).fill("")] };
};

const openSheet = async (file: string, name: string, sheet: string | undefined): Promise<Table> => {
  const book = await openWorkbook(file, name);
  const part = partOf(book, name, sheet);
  const first = await firstRow({ book, part, columns: MOST_COLUMNS }, name).finally(() => book.close());
  const header = headerOf(first?.cells, name);
  return {
    header,
    bytes: (await stat(file)).size,
    form: `workbook, sheet ${sheet ?? book.sheets[0]?.name}`,
    async *rows(onBytes = () => {}) {
      const again = await openWorkbook(file, name);
      const sheetAgain = { book: again, part, columns: header.length };
      try {
        for await (const rows of sheetRows(sheetAgain, onBytes))
          yield belowHeader(rows, first?.line ?? 1).map((row) => padded(row, header.length));
      } finally {
        again.close();
      }
    },
  };
};

const ZIP = Buffer.from("PK\u0003\u0004");

const isZip = async (file: string): Promise<boolean> => {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(ZIP.length), 0, ZIP.length, 0);
    return buffer.equals(ZIP);
  } finally {
    await handle.close();
  }
};

/** @throws Refusal for text that somebody took for a workbook: by its name, or by naming a sheet of it */
const requireText = (name: string, sheet: string | undefined): void => {
  if (/\.xlsx$/i.test(name))
    throw new Refusal("BAD_USER_INPUT", `${name}: its name is that of a workbook, and it is none.`);
  if (sheet === undefined) return;
  throw new Refusal("BAD_USER_INPUT", `${name}: a sheet is named, and it is no workbook: it has none.`);
};

/** @throws Refusal for a workbook that somebody took for text: whatever they expect of the encoding would not happen */
const requireNoEncoding = (name: string, encoding: Encoding | undefined): void => {
  if (encoding === undefined) return;
  throw new Refusal("BAD_USER_INPUT", `${name}: an encoding is named, and it is a workbook: leave the encoding out.`);
};

/**
 * Opens a file as a table: CSV in whatever encoding and with whatever mark between its values, or a workbook (.xlsx). What
 * is text is read to its end first.
 *
 * @throws Refusal BAD_USER_INPUT, LIMIT_EXCEEDED
 */
export const openTable = (file: string, { name = file, encoding, sheet }: Reading = {}): Promise<Table> =>
  readable(name, async () => {
    if (await isZip(file)) {
      requireNoEncoding(name, encoding);
      return openSheet(file, name, sheet);
    }
    requireText(name, sheet);
    return openText(file, name, encoding);
  });
