/** "Did you mean …" names fields nobody asked about. */
export const withoutSuggestion = (message: string): string => message.replace(/ Did you mean [\s\S]*$/, "");
