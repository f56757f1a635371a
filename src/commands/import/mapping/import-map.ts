import { z } from "zod";
import { CONTENT_FORMS } from "../../../domain/content.js";
import { Refusal } from "../../../domain/refusal.js";
import { UNITS, type Unit } from "../../../domain/written-amount.js";
import { isDateFormat } from "../../../domain/written-date.js";
import { SOURCE_FORMS } from "../../source-input.js";
import { REGISTER_COLUMNS } from "../register-row.js";
import { IMPORT_KINDS, type RecordKind } from "./import-kind.js";

const UNIT_NAMES = Object.keys(UNITS) as Unit[];
const DATE_FORMAT = "must name YYYY, M or MM, and D or DD once each, such as D/M/YYYY";

const column = z.strictObject({
  column: z.string().min(1),
  /** Of amounts: what one of them is. */
  unit: z.enum(UNIT_NAMES).optional(),
  /** Of days: how they are written, where that is unusual. */
  date: z.string().refine(isDateFormat, DATE_FORMAT).optional(),
  /** What the texts of this column stand for; a text that is not among them rejects the row. */
  values: z.record(z.string(), z.union([z.string(), z.boolean(), z.number(), z.null()])).optional(),
});

/** Where a value is taken from: a column by its name in the header, or the same for every row. */
const place = z.union([z.string().min(1), column, z.strictObject({ constant: z.string().min(1) })], {
  error: "must be the name of a column, {column, unit, date, values} or {constant}",
});

const CUSTOMER_KEYS = ["code", "uscc", "name"] as const;
export type CustomerKey = (typeof CUSTOMER_KEYS)[number];

const customer = z.strictObject({ by: z.enum(CUSTOMER_KEYS), column: z.string().min(1) });

const placesFor = (names: readonly string[]) =>
  z.record(z.string(), place).superRefine((places, context) => {
    for (const name of Object.keys(places))
      if (!names.includes(name))
        context.addIssue({ code: "custom", path: [name], message: `is no field; there are: ${names.join(", ")}` });
  });

const source = placesFor(Object.keys(SOURCE_FORMS)).refine((places) => places.channel !== undefined, {
  error: 'names its channel (SP6), such as {"constant": "DIRECT_CONTACT"}',
});

const register = z.strictObject({
  kind: z.literal("register"),
  fields: placesFor(Object.keys(REGISTER_COLUMNS)).refine((places) => places.name !== undefined, {
    error: "has to say which column is the name",
  }),
});

const recordsOf = <K extends RecordKind>(kind: K) =>
  z.strictObject({
    kind: z.literal(kind),
    customer,
    fields: placesFor(Object.keys(CONTENT_FORMS[IMPORT_KINDS[kind].category])),
    source,
    validFrom: place.optional(),
    validTo: place.optional(),
  });

const importMap = z.discriminatedUnion(
  "kind",
  [register, recordsOf("contacts"), recordsOf("statements"), recordsOf("transactions")],
  { error: `names a kind: ${Object.keys(IMPORT_KINDS).join(", ")}` },
);

export type ImportMap = z.infer<typeof importMap>;
export type RegisterMap = Extract<ImportMap, { kind: "register" }>;
export type RecordMap = Exclude<ImportMap, RegisterMap>;
export type Place = z.infer<typeof place>;

const parsed = (name: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal("BAD_USER_INPUT", `${name}: it is not well-formed JSON.`);
  }
};

/** @throws Refusal BAD_USER_INPUT naming the place in the map that is wrong */
export const readImportMap = (name: string, text: string): ImportMap => {
  const { data, error } = importMap.safeParse(parsed(name, text));
  if (data !== undefined) return data;
  const { path = [], message = "" } = error?.issues[0] ?? {};
  throw new Refusal("BAD_USER_INPUT", `${name}: ${path.length === 0 ? "the map" : path.join(".")}: ${message}.`);
};
