import { normalisedName } from "./series.js";

/** One number for all spellings of it: width, case, blanks and hyphens do not make another account or another identity. */
export const normalisedIdentifier = (text: string): string => normalisedName(text).replace(/[\s-]/g, "");
