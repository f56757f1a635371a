import { createHash } from "node:crypto";
import { CONTENT_FORMS } from "../../../domain/content.js";
import { date, type FieldForm, type FieldForms } from "../../../domain/field-form.js";
import type { LocalDate } from "../../../domain/local-date.js";
import { nodePrefix } from "../../../domain/node-type.js";
import { Refusal } from "../../../domain/refusal.js";
import { requirePeriod } from "../../collect-financial-statement.js";
import { readStatement, type Statement } from "../../collect-record.js";
import { SOURCE_FORMS, type SourceInput } from "../../source-input.js";
import type { ReadRow } from "../reading/read-row.js";
import { IMPORT_KINDS, type RecordKind } from "./import-kind.js";
import type { CustomerKey, Place, RecordMap } from "./import-map.js";
import { columnReader, type PlaceReader, placeReader } from "./read-place.js";

export type RecordCategory = (typeof IMPORT_KINDS)[RecordKind]["category"];

/** What a row of a mapped file states about one customer, read and not yet admitted. */
export interface StatedRow {
  readonly line: number;
  readonly customerKey: string;
  readonly statement: Statement<RecordCategory>;
  /** Fingerprint of what is stated: the same row imported again changes nothing. */
  readonly importKey: string;
}

/** What is done with a key before it is looked up: as the field of the customer is kept. */
const FOLDED: Readonly<Record<CustomerKey, (text: string) => string>> = {
  code: (text) => text.normalize("NFKC").toUpperCase(),
  uscc: (text) => text.normalize("NFKC").toUpperCase(),
  name: (text) => text,
};

type Columns = { readonly header: readonly string[]; readonly mapName: string };

const readersOf = (places: Readonly<Record<string, Place>>, forms: FieldForms, columns: Columns) =>
  Object.entries(places).map(([name, place]) => {
    const form = forms[name] as FieldForm;
    return [name, placeReader(place, form, { ...columns, name })] as const;
  });

const taken = (readers: readonly (readonly [string, PlaceReader])[], cells: readonly string[]) =>
  Object.fromEntries(readers.map(([name, read]) => [name, read(cells)]));

const PREFIX = nodePrefix("Consent");

/** Consents are named by the ids the API gives them, or by their keys. */
const consentKey = (id: unknown): string | null => {
  if (typeof id !== "string") return null;
  const named = Buffer.from(id, "base64url").toString();
  return named.startsWith(PREFIX) ? named.slice(PREFIX.length) : id;
};

const fingerprint = (stated: unknown): string => createHash("sha256").update(JSON.stringify(stated)).digest("hex");

/** How the rows of a file are read as a map says. @throws Refusal BAD_USER_INPUT for a column that is not there */
export const recordReader = (
  map: RecordMap,
  { header, mapName, file, today }: Columns & { readonly file: string; readonly today: LocalDate },
): ((row: ReadRow) => StatedRow) => {
  const columns = { header, mapName };
  const { category } = IMPORT_KINDS[map.kind];
  const keyOf = columnReader(map.customer.column, header, mapName);
  const fields = readersOf(map.fields, CONTENT_FORMS[category], columns);
  const source = readersOf(map.source, SOURCE_FORMS, columns);
  const validity = readersOf(
    { ...(map.validFrom && { validFrom: map.validFrom }), ...(map.validTo && { validTo: map.validTo }) },
    { validFrom: date, validTo: date },
    columns,
  );
  return ({ line, cells }) => {
    const given = cells ?? [];
    const key = keyOf(given);
    if (key === null) throw new Refusal("BAD_USER_INPUT", `the ${map.customer.by} of the customer is missing`);
    const customerKey = FOLDED[map.customer.by](key);
    const [content, stated, valid] = [taken(fields, given), taken(source, given), taken(validity, given)];
    if (map.kind === "statements") requirePeriod(content);
    const origin = { ...stated, consentId: consentKey(stated.consentId) } as unknown as SourceInput;
    const reference = origin.reference ?? `${file}, line ${line}`;
    const input = { ...content, ...valid, source: { ...origin, reference } };
    const statement = readStatement(category, input as never, today);
    const importKey = fingerprint([map.kind, statement.content, origin, valid]);
    return { line, customerKey, statement, importKey };
  };
};
