/** Bytes all parts of a workbook may unpack to: a zip of a few kilobytes can hold terabytes. */
export const MOST_INFLATED = 2 ** 30;

/** Characters of the texts of a workbook, which stand in memory while it is read. */
export const MOST_STRINGS = 64 * 2 ** 20;

/** Characters one piece of XML may have; a cell has 32,767 at most. */
export const MOST_IN_ONE_PIECE = 4 * 2 ** 20;
