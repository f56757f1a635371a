import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { REGISTER_HEADER } from "../../src/commands/import/register-row.js";
import { checkCharacterOf } from "../../src/domain/uscc.js";

/** A code of nobody: region 000000, and the check character it asks for. */
export const fictitiousUscc = (number: number): string => {
  const body = `91000000MA${String(number).padStart(7, "0")}`;
  return body + checkCharacterOf(`${body}0`);
};

/** A made-up row of a register; a test names what it is about. */
export const rowOf = (number: number, overrides: Partial<Record<(typeof REGISTER_HEADER)[number], string>> = {}) =>
  REGISTER_HEADER.map((column) => {
    const preset: Record<string, string> = {
      企业名称: `虚构企业${number}有限公司`,
      统一社会信用代码: fictitiousUscc(number),
      注册日期: "1995-01-03",
      企业类型: "有限责任公司",
      法人代表: "张某某",
      注册资金: "100(万元人民币)",
      经营范围: "日用百货",
      所在省份: "虚构省",
      地区: "虚构市",
      注册地址: `虚构市虚构区虚构路${number}号`,
    };
    return overrides[column] ?? preset[column] ?? "";
  }).join(",");

const folder = mkdtemp(join(tmpdir(), "register-"));
let files = 0;

/** A file of its own in a folder of its own. */
export const fileOf = async (content: string | Buffer): Promise<string> => {
  files += 1;
  const path = join(await folder, `register-${files}.csv`);
  await writeFile(path, content);
  return path;
};

export const registerOf = (rows: readonly string[], end = "\n"): Promise<string> =>
  fileOf([REGISTER_HEADER.join(","), ...rows, ""].join(end));

/** The lines of `FILE.rejected.csv` below its header. */
export const rejectedOf = async (file: string): Promise<string[]> =>
  (await readFile(`${file}.rejected.csv`, "utf8")).trim().split("\n").slice(1);
