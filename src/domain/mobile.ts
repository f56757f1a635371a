/** A mobile number of mainland China, without country code, blanks or dashes. */
export const isMobile = (text: string): boolean => /^1[3-9]\d{9}$/.test(text);
