/** Bytes all parts of a workbook may unpack to: a zip of a few kilobytes can hold terabytes. */
export const MOST_INFLATED = 2 ** 30;

/** Characters of the texts of a workbook, which stand in memory while it is read. */
export const MOST_STRINGS = 64 * 2 ** 20;

/** Texts of a workbook: an empty one has no characters, and takes memory all the same. */
export const MOST_TEXTS = 8 * 2 ** 20;

/** Bytes of what names the sheets and the styles of a workbook, unpacked: all of it stands in memory. */
export const MOST_OF_NAMES = 16 * 2 ** 20;

/** Characters one piece of XML may have; a cell has 32,767 at most. */
export const MOST_IN_ONE_PIECE = 4 * 2 ** 20;

/** Columns a table in a sheet may have. A cell may stand in any of 16,384: padded up to it, a row of a few bytes had them all. */
export const MOST_COLUMNS = 1000;

/** Characters of a row, each text counted wherever it is referred to. */
export const MOST_IN_ONE_ROW = 50_000;
