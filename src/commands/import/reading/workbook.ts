import { openPromise, type ZipFile } from "yauzl";
import { Refusal } from "../../../domain/refusal.js";
import { MOST_INFLATED, MOST_OF_NAMES, MOST_STRINGS, MOST_TEXTS } from "./workbook-limits.js";
import { localName, readXml, type XmlEvents } from "./xml.js";

/** A spreadsheet: its sheets by name, and what the cells of all of them refer to. */
export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly strings: readonly string[];
  /** By the number of a cell's style: whether it shows a number as a day. */
  readonly daysByStyle: readonly boolean[];
  /** Days are counted from 1904 instead of 1900. */
  readonly from1904: boolean;
  /** Reads a part, some of it a step; `onBytes` hears how much of the file that was. */
  steps(part: string, events: XmlEvents, onBytes: (bytes: number) => void): AsyncGenerator<void>;
  close(): void;
}

type Part = Parameters<ZipFile["openReadStreamPromise"]>[0];

const BOOK = "xl/workbook.xml";
const RELATIONS = "xl/_rels/workbook.xml.rels";
const STYLES = "xl/styles.xml";

const listParts = async (zip: ZipFile): Promise<Map<string, Part>> => {
  const parts = new Map<string, Part>();
  let inflated = 0;
  for await (const entry of zip.eachEntry()) {
    inflated += entry.uncompressedSize;
    parts.set(entry.fileName, entry);
  }
  if (inflated > MOST_INFLATED)
    throw new Refusal("LIMIT_EXCEEDED", `A workbook may unpack to ${MOST_INFLATED / 2 ** 20} MiB at most.`);
  for (const name of [BOOK, RELATIONS, STYLES])
    if ((parts.get(name)?.uncompressedSize ?? 0) > MOST_OF_NAMES)
      throw new Refusal("LIMIT_EXCEEDED", `${name} of a workbook may have ${MOST_OF_NAMES / 2 ** 20} MiB at most.`);
  return parts;
};

type Reader = (part: string, events: XmlEvents) => Promise<void>;

const unreadable = (file: string): Refusal =>
  new Refusal(
    "BAD_USER_INPUT",
    `${file}: it begins as a zip archive does, and is no workbook (.xlsx) that can be read.`,
  );

/** What is no refusal of ours is the zip or the XML: damaged, which no further attempt mends. */
const asRefusal = (error: unknown, file: string): Refusal => (error instanceof Refusal ? error : unreadable(file));

const stepsOf = (zip: ZipFile, parts: ReadonlyMap<string, Part>, file: string): Workbook["steps"] =>
  async function* steps(name, events, onBytes) {
    const part = parts.get(name);
    if (part === undefined) return;
    const share = part.compressedSize / Math.max(part.uncompressedSize, 1);
    try {
      const stream = await zip.openReadStreamPromise(part);
      yield* readXml(stream as AsyncIterable<Buffer>, events, (bytes) => onBytes(bytes * share));
    } catch (error) {
      throw asRefusal(error, file);
    }
  };

const readerOver =
  (steps: Workbook["steps"]): Reader =>
  async (part, events) => {
    const all = steps(part, events, () => {});
    while (!(await all.next()).done);
  };

const readSheets = async (read: Reader) => {
  const named: { name: string; relation: string }[] = [];
  const parts = new Map<string, string>();
  let from1904 = false;
  await read(BOOK, {
    open: (name, attributes) => {
      if (localName(name) === "workbookPr") from1904 = ["1", "true"].includes(attributes.date1904 ?? "");
      if (localName(name) === "sheet") named.push({ name: attributes.name ?? "", relation: attributes["r:id"] ?? "" });
    },
  });
  await read(RELATIONS, {
    open: (name, { Id = "", Target = "" }) => {
      if (localName(name) === "Relationship") parts.set(Id, Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`);
    },
  });
  return { from1904, sheets: named.map(({ name, relation }) => ({ name, part: parts.get(relation) ?? "" })) };
};

/** Texts stand apart from their cells, once each; what is read aloud beside them (`rPh`) is none of them. */
const readStrings = async (read: Reader): Promise<string[]> => {
  const strings: string[] = [];
  let [text, length, aside, inText] = ["", 0, 0, false];
  await read("xl/sharedStrings.xml", {
    open: (name) => {
      if (localName(name) === "si") text = "";
      if (localName(name) === "rPh") aside += 1;
      inText = localName(name) === "t" && aside === 0;
    },
    text: (part) => {
      if (inText) text += part;
    },
    close: (name) => {
      inText = false;
      if (localName(name) === "rPh") aside -= 1;
      if (localName(name) !== "si") return;
      strings.push(text);
      length += text.length;
      if (length > MOST_STRINGS)
        throw new Refusal("LIMIT_EXCEEDED", `The texts of a workbook may have ${MOST_STRINGS} characters at most.`);
      if (strings.length > MOST_TEXTS)
        throw new Refusal("LIMIT_EXCEEDED", `A workbook may have ${MOST_TEXTS} texts at most.`);
    },
  });
  return strings;
};

/** The formats every spreadsheet knows that show a day (ECMA-376, 18.8.30), Chinese ones included. */
const showsDay = (format: number): boolean =>
  (format >= 14 && format <= 17) || format === 22 || (format >= 27 && format <= 36) || (format >= 50 && format <= 58);

/** Of a format somebody made: years or days, outside of what is quoted or in brackets. */
const namesDay = (code: string): boolean => /[yd]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ""));

const readStyles = async (read: Reader): Promise<boolean[]> => {
  const own = new Map<number, boolean>();
  const days: boolean[] = [];
  let within = false;
  await read(STYLES, {
    open: (name, { numFmtId = "0", formatCode = "" }) => {
      const format = Number(numFmtId);
      if (localName(name) === "numFmt") own.set(format, namesDay(formatCode));
      if (localName(name) === "cellXfs") within = true;
      if (localName(name) === "xf" && within) days.push(own.get(format) ?? showsDay(format));
    },
    close: (name) => {
      if (localName(name) === "cellXfs") within = false;
    },
  });
  return days;
};

/**
 * @throws Refusal BAD_USER_INPUT for what is no workbook; LIMIT_EXCEEDED for one that would unpack to more than is read
 */
export const openWorkbook = async (file: string, name: string): Promise<Workbook> => {
  const zip = await openPromise(file, { autoClose: false }).catch(() => Promise.reject(unreadable(name)));
  try {
    const parts = await listParts(zip);
    if (!parts.has(BOOK)) throw unreadable(name);
    const steps = stepsOf(zip, parts, name);
    const read = readerOver(steps);
    const [book, strings, daysByStyle] = [await readSheets(read), await readStrings(read), await readStyles(read)];
    return { ...book, strings, daysByStyle, steps, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw asRefusal(error, name);
  }
};
