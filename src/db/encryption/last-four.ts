import { normalisedIdentifier } from "../../domain/identifier.js";

/** The masked twin of an identity number or a bank account, one for all its spellings: the last four, of at least eight. */
export const lastFour = (value: string): string => {
  const characters = [...normalisedIdentifier(value).toUpperCase()];
  return characters.length >= 8 ? `****${characters.slice(-4).join("")}` : "****";
};

/** Stands for a twin that a migration has asked to be made anew: it keeps nothing. */
export const UNMADE = "****?";
