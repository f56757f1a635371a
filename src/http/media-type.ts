export const JSON_TYPE = "application/json";
export const GRAPHQL_TYPE = "application/graphql-response+json";

/** GraphQL over HTTP: the first knows no partial success, its status is 200 for every answer of GraphQL itself. */
export type MediaType = typeof JSON_TYPE | typeof GRAPHQL_TYPE;

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

/** The form to answer in, by what the client accepts; null when it accepts neither. */
export const negotiate = (accept: string | undefined): MediaType | null => {
  if (accept === undefined || accept.trim() === "") return JSON_TYPE;
  const offers = accept.split(",").flatMap((entry) => {
    const [type = "", ...parameters] = entry.split(";");
    const served = SERVED[type.trim().toLowerCase()];
    return served === undefined ? [] : [{ served, q: quality(parameters) }];
  });
  const best = offers.filter(({ q }) => q > 0).sort((a, b) => b.q - a.q)[0];
  return best?.served ?? null;
};
