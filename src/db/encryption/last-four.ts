/** The masked twin of an identity number or a bank account: the last four, of at least eight. */
export const lastFour = (value: string): string => {
  const characters = [...value];
  return characters.length >= 8 ? `****${characters.slice(-4).join("")}` : "****";
};
