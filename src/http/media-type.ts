export const JSON_TYPE = "application/json";
export const GRAPHQL_TYPE = "application/graphql-response+json";

/** GraphQL over HTTP: the first knows no partial success, its status is 200 for every answer of GraphQL itself. */
export type MediaType = typeof JSON_TYPE | typeof GRAPHQL_TYPE;

/** Reports only (csv-report.ts). */
export const CSV_TYPE = "text/csv";

const SERVED: Readonly<Record<string, MediaType>> = {
  [GRAPHQL_TYPE]: GRAPHQL_TYPE,
  [JSON_TYPE]: JSON_TYPE,
  "application/*": JSON_TYPE,
  "*/*": JSON_TYPE,
};

const quality = (parameters: readonly string[]): number => {
  const [, q] = /^\s*q=([\d.]+)\s*$/i.exec(parameters.find((parameter) => /^\s*q=/i.test(parameter)) ?? "") ?? [];
  return q === undefined ? 1 : Number(q);
};

const bestOf = <T>(accept: string, served: Readonly<Record<string, T>>): T | null => {
  const offers = accept.split(",").flatMap((entry) => {
    const [type = "", ...parameters] = entry.split(";");
    const found = served[type.trim().toLowerCase()];
    return found === undefined ? [] : [{ found, q: quality(parameters) }];
  });
  return offers.filter(({ q }) => q > 0).sort((a, b) => b.q - a.q)[0]?.found ?? null;
};

/** The form to answer in, by what the client accepts; null when it accepts neither. */
export const negotiate = (accept: string | undefined): MediaType | null =>
  accept === undefined || accept.trim() === "" ? JSON_TYPE : bestOf(accept, SERVED);

/** Whether a table is what the client would rather have. */
export const wantsCsv = (accept: string | undefined): boolean =>
  bestOf<string>(accept ?? "", { ...SERVED, [CSV_TYPE]: CSV_TYPE }) === CSV_TYPE;
