type Parser = (text: string) => unknown;

const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, "\\$&")}"`;

/** PostgreSQL's text form of an array: `{"张伟",NULL,"a,b"}`. */
export const arrayText = (values: readonly (string | null)[]): string =>
  `{${values.map((value) => (value === null ? "NULL" : quoted(value))).join(",")}}`;

// A quoted element, a bare one, or a mark. Bare NULL is null, quoted "NULL" is a word.
const TOKEN = /"((?:[^"\\]|\\.)*)"|([^{},"]+)|([{}])/gsu;

/** Reads the text form, nested arrays included. The drivers' own parsers disagree about NULL. */
export const parseArray = (text: string, element: Parser = (value) => value): unknown[] => {
  const top: unknown[] = [];
  const open: unknown[][] = [top];
  // The text of an array with bounds starts with them: [0:1]={a,b}
  for (const [, quotedText, bare, mark] of text.slice(text.indexOf("{")).matchAll(TOKEN)) {
    if (mark === "{") {
      const inner: unknown[] = [];
      open.at(-1)?.push(inner);
      open.push(inner);
    } else if (mark === "}") open.pop();
    else if (bare === undefined) open.at(-1)?.push(element((quotedText ?? "").replaceAll(/\\(.)/gsu, "$1")));
    else open.at(-1)?.push(bare === "NULL" ? null : element(bare));
  }
  return top[0] as unknown[];
};
