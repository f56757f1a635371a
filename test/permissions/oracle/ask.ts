/** One field of a selection. `on` puts it into a fragment on a type, `when` under a variable. */
export interface Ask {
  readonly field: string;
  readonly alias?: string | undefined;
  /** As they stand in the document, without the brackets. */
  readonly args?: string | undefined;
  readonly on?: string | undefined;
  readonly when?: { readonly directive: "skip" | "include"; readonly variable: string } | undefined;
  readonly asks?: readonly Ask[] | undefined;
}

export const keyOf = ({ alias, field }: Ask): string => alias ?? field;

const printed = (ask: Ask): string => {
  const { alias, field, args, on, when, asks } = ask;
  const condition = when ? ` @${when.directive}(if: $${when.variable})` : "";
  const name = `${alias === undefined ? "" : `${alias}: `}${field}${args ? `(${args})` : ""}${on ? "" : condition}`;
  const whole = asks ? `${name} ${printSelection(asks)}` : name;
  return on ? `... on ${on}${condition} { ${whole} }` : whole;
};

const printSelection = (asks: readonly Ask[]): string => `{ ${asks.map(printed).join(" ")} }`;

const variablesIn = (asks: readonly Ask[]): string[] =>
  asks.flatMap(({ when, asks: inner = [] }) => [...(when ? [when.variable] : []), ...variablesIn(inner)]);

/** The document of a selection: its conditions are variables. */
export const printDocument = (asks: readonly Ask[], more = "", kind: "query" | "mutation" = "query"): string => {
  const conditions = [...new Set(variablesIn(asks))].map((name) => `$${name}: Boolean!`);
  const definitions = [...conditions, ...(more ? [more] : [])].join(", ");
  return `${kind}${definitions ? ` (${definitions})` : ""} ${printSelection(asks)}`;
};

export const isAsked = ({ when }: Ask, variables: Readonly<Record<string, unknown>>): boolean =>
  when === undefined || (variables[when.variable] === true) === (when.directive === "include");
