/** Lower case, so that nobody can be mistaken for somebody else by the shape of a letter. */
const USERNAME = /^[a-z][a-z0-9._-]{1,63}$/;

export const isUsername = (text: string): boolean => USERNAME.test(text);
