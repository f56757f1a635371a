type Parser = (text: string) => unknown;

const TO_ESCAPE = /["\\]/;

/** Nearly no text has anything to escape, and to look is faster than to replace nothing. */
const quoted = (text: string): string => `"${TO_ESCAPE.test(text) ? text.replaceAll(/["\\]/g, "\\$&") : text}"`;

/** PostgreSQL's text form of an array: `{"张伟",NULL,"a,b"}`. */
export const arrayText = (values: readonly (string | null)[]): string => {
  let text = "";
  for (const value of values) text += `${text === "" ? "" : ","}${value === null ? "NULL" : quoted(value)}`;
  return `{${text}}`;
};

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
