const A = "A".charCodeAt(0);

/** `AB12` → 27; −1 for what names no column. */
export const columnOf = (reference: string): number => {
  let column = 0;
  for (const letter of /^[A-Z]+/.exec(reference)?.[0] ?? "") column = column * 26 + letter.charCodeAt(0) - A + 1;
  return column - 1;
};

/** 27 → `AB` */
export const columnName = (column: number): string =>
  (column < 26 ? "" : columnName(Math.floor(column / 26) - 1)) + String.fromCharCode(A + (column % 26));
