import { arrayText, parseArray } from "./array-text.js";

type Parser = (text: string) => unknown;
type Parsers = Record<number, Parser>;

const asText: Parser = (text) => text;
const asNumber: Parser = (text) => Number(text);
const asJson: Parser = (text) => JSON.parse(text);

/**
 * How values come back, by the number PostgreSQL gives a type, on both databases alike. int8, numeric, dates and times
 * stay text: as numbers they lose digits, as a Date the microseconds a cursor needs.
 */
export const PARSERS: Readonly<Parsers> = {
  16: (text) => text === "t", // bool
  17: asText, // bytea
  20: asText, // int8
  21: asNumber, // int2
  23: asNumber, // int4
  26: asNumber, // oid
  114: asJson, // json
  700: asNumber, // float4
  701: asNumber, // float8
  1082: asText, // date
  1083: asText, // time
  1114: asText, // timestamp
  1184: asText, // timestamptz
  1700: asText, // numeric
  3802: asJson, // jsonb
};

/** Array types are numbered per database once enumerations exist: asked for after the migrations. */
export const ARRAY_TYPES =
  "select t.typelem as element, t.oid as type from pg_type t where t.typcategory = 'A' and t.typelem <> 0";

export const arrayParsers = (types: readonly { element: number; type: number }[]): Parsers =>
  Object.fromEntries(types.map(({ element, type }) => [type, (text: string) => parseArray(text, PARSERS[element])]));

/**
 * A value as PostgreSQL reads it. The server knows each placeholder's type, so text is enough; a driver that guesses
 * from the JavaScript value cuts microseconds or declares an array to be something else.
 *
 * @throws TypeError for undefined, which one driver takes for null and the other refuses
 */
export const toWire = (value: unknown): string | null => {
  if (value === null) return null;
  if (value === undefined) throw new TypeError("A placeholder's value is undefined: null is said as null");
  if (Array.isArray(value)) return arrayText(value.map(toWire));
  if (value instanceof Date) return value.toISOString();
  return typeof value === "object" ? JSON.stringify(value) : String(value);
};
