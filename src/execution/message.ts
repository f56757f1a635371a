/** What GraphQL says of a literal, without the literal: it may be the value of a field. */
const WITHOUT_VALUE: readonly (readonly [form: RegExp, without: string])[] = [
  [/^Value "[\s\S]*" does not exist in "(\w+)" enum\.$/, "Not a value of $1."],
  [/^(Expected value of type "[^"]*"), found [\s\S]*$/, "$1."],
  [/^(\w+(?: "\w+")? cannot represent [^:]*): [\s\S]*$/, "$1."],
  [/((?:found|Unexpected) (?:String|BlockString|Int|Float)) "[\s\S]*"/, "$1"],
];

/** "Did you mean …" names fields nobody asked about. */
export const withoutSuggestion = (message: string): string => message.replace(/ Did you mean [\s\S]*$/, "");

/** A complaint of GraphQL's own that names neither what was not asked for nor what was sent. */
export const discreet = (message: string): string =>
  WITHOUT_VALUE.reduce((text, [form, without]) => text.replace(form, without), withoutSuggestion(message));
