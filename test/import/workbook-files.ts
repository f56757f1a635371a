import { strToU8, zipSync } from "fflate";

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The XML of a cell: a text stands for a shared text, an object says all of it. */
export type GivenCell = string | { readonly type?: string; readonly style?: number; readonly xml: string };

const letters = (column: number): string => String.fromCharCode(65 + column);

/** A workbook made by hand, so that a test can say what stands in it to the letter. */
export const workbookOf = (
  sheets: Readonly<Record<string, readonly (readonly (GivenCell | null)[])[]>>,
  extra: Readonly<Record<string, string>> = {},
): Buffer => {
  const strings: string[] = [];
  const cell = (given: GivenCell | null, row: number, column: number): string => {
    if (given === null) return "";
    const at = `r="${letters(column)}${row + 1}"`;
    if (typeof given !== "string") return `<c ${at} t="${given.type ?? "n"}" s="${given.style ?? 0}">${given.xml}</c>`;
    strings.push(given);
    return `<c ${at} t="s"><v>${strings.length - 1}</v></c>`;
  };
  const names = Object.keys(sheets);
  const parts: Record<string, string> = {};
  names.forEach((name, i) => {
    const rows = (sheets[name] ?? []).map(
      (cells, r) => `<row r="${r + 1}">${cells.map((c, at) => cell(c, r, at)).join("")}</row>`,
    );
    parts[`xl/worksheets/sheet${i + 1}.xml`] = `<worksheet><sheetData>${rows.join("")}</sheetData></worksheet>`;
  });
  const listed = names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join("");
  const relations = names
    .map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`)
    .join("");
  parts["xl/workbook.xml"] = `<workbook xmlns:r="${RELATIONS}"><workbookPr/><sheets>${listed}</sheets></workbook>`;
  parts["xl/_rels/workbook.xml.rels"] = `<Relationships>${relations}</Relationships>`;
  // Styles: 0 nothing, 1 a day, 2 a day of a format somebody made.
  parts["xl/styles.xml"] =
    '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>';
  parts["xl/sharedStrings.xml"] = `<sst>${strings.map((text) => `<si><t>${escaped(text)}</t></si>`).join("")}</sst>`;
  const all = { ...parts, ...extra };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(all).map(([name, xml]) => [name, strToU8(xml)]))));
};

/** A workbook of one sheet whose rows are written out. */
export const sheetOf = (header: readonly string[], rowsXml: string): Buffer => {
  const cells = header.map((name) => `<c t="str"><v>${name}</v></c>`).join("");
  const sheet = `<worksheet><sheetData><row>${cells}</row>${rowsXml}</sheetData></worksheet>`;
  return workbookOf({ 表: [] }, { "xl/worksheets/sheet1.xml": sheet });
};
