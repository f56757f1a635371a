/** GB 32100-2015: the digits and letters but I, O, S, V and Z. */
export const USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

const FORM = /^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/;

/** GB 32100-2015: the weight of position i (from 1) is 3^(i−1) mod 31. */
const WEIGHTS = Array.from({ length: 17 }).reduce<number[]>(
  (weights) => [...weights, ((weights.at(-1) ?? 1) * (weights.length === 0 ? 1 : 3)) % 31],
  [],
);

/** Whether a text has the form of a unified social credit code, whatever its check character. */
export const usccForm = (text: string): boolean => FORM.test(text);

/** The check character the first 17 characters ask for. The outer mod matters: a sum divisible by 31 gives `0`. */
export const checkCharacterOf = (uscc: string): string => {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * USCC_ALPHABET.indexOf(uscc.charAt(i)), 0);
  return USCC_ALPHABET.charAt((31 - (sum % 31)) % 31);
};

export const hasRightCheckCharacter = (uscc: string): boolean => uscc.charAt(17) === checkCharacterOf(uscc);

/** The region of the registering authority: positions 3 to 8, as it was numbered when the code was issued. */
export const usccRegion = (uscc: string): string => uscc.slice(2, 8);
