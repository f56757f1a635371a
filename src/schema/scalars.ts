import { GraphQLScalarType, Kind } from "graphql";
import { parseLocalDate } from "../domain/local-date.js";
import { parseDecimal } from "../domain/money.js";
import { Refusal } from "../domain/refusal.js";

const refuse = (what: string): never => {
  throw new Refusal("BAD_USER_INPUT", what);
};

/** A scalar that travels as text: what the database gives is what leaves, what comes in has to have the form. */
const textScalar = (name: string, description: string, expected: string, parse: (text: string) => string | null) => {
  const read = (value: unknown): string =>
    (typeof value === "string" ? parse(value) : null) ?? refuse(`A ${name} is ${expected}.`);
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => (typeof value === "string" ? value : String(value)),
    parseValue: read,
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : null),
  });
};

export const DateScalar = textScalar(
  "Date",
  "A calendar day, `YYYY-MM-DD` (RFC 3339 full-date), without time or zone.",
  "a day of the calendar written YYYY-MM-DD",
  parseLocalDate,
);

/** No zone is further than 15:59 from Greenwich, in PostgreSQL as on earth. */
const INSTANT = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?(Z|[+-](0\d|1[0-5]):[0-5]\d)$/;

export const DateTimeScalar = textScalar(
  "DateTime",
  "An instant, RFC 3339 with zone and up to microseconds: `2026-11-23T09:30:00.000001Z`.",
  "an instant written YYYY-MM-DDThh:mm:ss, with a zone (Z or +08:00)",
  (text) => {
    const day = INSTANT.exec(text)?.[1];
    return day !== undefined && parseLocalDate(day) !== null ? text : null;
  },
);

export const DecimalScalar = textScalar(
  "Decimal",
  "An exact decimal as a string of digits, never a float: up to 20 digits before the point and 4 behind.",
  'a string of digits such as "1250000.50": at most 20 digits before the point and 4 behind',
  (text) => parseDecimal(text),
);
