/** Lower case, so that nobody can be mistaken for somebody else by the shape of a letter. */
const USERNAME = /^[a-z][a-z0-9._-]{1,63}$/;

/** The account that stands for imports: nobody signs in as it. */
export const IMPORTER = "importer";

export const isUsername = (text: string): boolean => USERNAME.test(text);
