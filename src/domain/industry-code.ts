/** GB/T 4754: a section from A to T, alone or with two to four digits of division, group and class. */
export const isIndustryCode = (text: string): boolean => /^[A-T](\d{2,4})?$/.test(text);
