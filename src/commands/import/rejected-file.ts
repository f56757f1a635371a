import { createWriteStream, type WriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { finished } from "node:stream/promises";
import { Refusal } from "../../domain/refusal.js";

export interface RejectedRow {
  readonly line: number;
  readonly reason: string;
  /** As it stands in the file. */
  readonly text: string;
}

/** A spreadsheet would run what begins like this as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** One value of a CSV (RFC 4180) that no spreadsheet runs. */
export const csvValue = (value: string): string => {
  const inert = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
};

/** The values of one row, as they could have stood in a CSV. */
export const csvLine = (values: readonly string[]): string =>
  values.map((value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(",");

/** A row of the rejected ones: where it stood, why, and as it stood. */
export const rejectedLine = ({ line, reason, text }: RejectedRow): string =>
  `${line},${csvValue(reason)},${csvValue(text)}\n`;

/** The last one, where not all of them were kept: it is of no line. */
export const notKeptLine = (count: number): string =>
  `,${csvValue(`${count} more rows were rejected and are not kept: correct these and import the file again`)},\n`;

/** With a BOM, without which spreadsheets take UTF-8 for something else. */
export const REJECTED_HEADER = "\uFEFFline,reason,row\n";

const opened = (path: string): Promise<WriteStream> =>
  new Promise((resolve, reject) => {
    const stream = createWriteStream(path);
    stream.once("open", () => resolve(stream));
    stream.once("error", ({ code }: NodeJS.ErrnoException) =>
      reject(new Refusal("BAD_USER_INPUT", `${path}: rejected rows cannot be written there (${code}).`)),
    );
  });

/** `FILE.rejected.csv`, made with the first rejected row; one of an earlier run is removed. */
export class RejectedFile {
  readonly path: string;
  private stream: WriteStream | undefined;

  private constructor(file: string) {
    this.path = `${file}.rejected.csv`;
  }

  static async of(file: string): Promise<RejectedFile> {
    const rejected = new RejectedFile(file);
    await rm(rejected.path, { force: true });
    return rejected;
  }

  /** Whether anything was rejected. */
  get used(): boolean {
    return this.stream !== undefined;
  }

  async add(row: RejectedRow): Promise<void> {
    if (this.stream === undefined) {
      this.stream = await opened(this.path);
      this.stream.write(REJECTED_HEADER);
    }
    this.stream.write(rejectedLine(row));
  }

  async close(): Promise<void> {
    this.stream?.end();
    if (this.stream) await finished(this.stream);
  }
}
