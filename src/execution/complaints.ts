/** What GraphQL complains of: the rule, how its sentence begins, and how it is told where it would quote what was sent. */
type Complaint = readonly [rule: string, form: string, told?: string];

/**
 * Every sentence of GraphQL's own that may leave, as far as it may: what follows a form ("found …", "Did you mean …") is
 * left out, and a sentence that has no form here is not told at all. N is a name, T a type, K a kind of token, V a value.
 */
const COMPLAINTS: readonly Complaint[] = [
  ["ExecutableDefinitions", 'The "N" definition is not executable.', "A document holds operations and fragments only."],
  ["UniqueOperationNames", 'There can be only one operation named "N".'],
  ["LoneAnonymousOperation", "This anonymous operation must be the only defined operation."],
  ["SingleFieldSubscriptions", 'Subscription "N" must', "A subscription selects one field."],
  ["SingleFieldSubscriptions", "Anonymous Subscription must", "A subscription selects one field."],
  ["KnownTypeNames", 'Unknown type "N".'],
  ["FragmentsOnCompositeTypes", 'Fragment "N" cannot condition on non composite type "T".'],
  ["FragmentsOnCompositeTypes", 'Fragment cannot condition on non composite type "T".'],
  ["VariablesAreInputTypes", 'Variable "$N" cannot be non-input type "T".'],
  ["ScalarLeafs", 'Field "N" must not have a selection since type "T" has no subfields.'],
  ["ScalarLeafs", 'Field "N" of type "T" must have a selection of subfields.'],
  ["ScalarLeafs", 'Field "N" of type "T" must have at least one field selected.'],
  ["FieldsOnCorrectType", 'Cannot query field "N" on type "T".'],
  ["UniqueFragmentNames", 'There can be only one fragment named "N".'],
  ["KnownFragmentNames", 'Unknown fragment "N".'],
  ["NoUnusedFragments", 'Fragment "N" is never used.'],
  ["PossibleFragmentSpreads", 'Fragment "N" cannot be spread here as objects of type "T" can never be of type "T".'],
  ["PossibleFragmentSpreads", 'Fragment cannot be spread here as objects of type "T" can never be of type "T".'],
  ["NoFragmentCycles", 'Cannot spread fragment "N" within itself', 'Cannot spread fragment "$1" within itself.'],
  ["UniqueVariableNames", 'There can be only one variable named "$N".'],
  ["NoUndefinedVariables", 'Variable "$N" is not defined by operation "N".'],
  ["NoUndefinedVariables", 'Variable "$N" is not defined.'],
  ["NoUnusedVariables", 'Variable "$N" is never used in operation "N".'],
  ["NoUnusedVariables", 'Variable "$N" is never used.'],
  ["KnownDirectives", 'Unknown directive "@N".'],
  ["KnownDirectives", 'Directive "@N" may not be used on N.'],
  ["UniqueDirectivesPerLocation", 'The directive "@N" can only be used once at this location.'],
  ["KnownArgumentNames", 'Unknown argument "N" on field "N".'],
  ["KnownArgumentNames", 'Unknown argument "N" on directive "@N".'],
  ["UniqueArgumentNames", 'There can be only one argument named "N".'],
  ["ProvidedRequiredArguments", 'Field "N" argument "N" of type "T" is required, but it was not provided.'],
  ["ProvidedRequiredArguments", 'Directive "@N" argument "N" of type "T" is required, but it was not provided.'],
  ["VariablesInAllowedPosition", 'Variable "$N" of type "T" used in position expecting type "T".'],
  ["VariablesInAllowedPosition", 'Variable "$N" is of type "T" but must be non-nullable to be used'],
  ["OverlappingFieldsCanBeMerged", 'Fields "', "Fields of one response name differ: give one of them an alias."],
  ["UniqueInputFieldNames", 'There can be only one input field named "N".'],
  ["ValuesOfCorrectType", 'Field "N" of required type "T" was not provided.'],
  ["ValuesOfCorrectType", 'Field "N" is not defined by type "T".'],
  ["ValuesOfCorrectType", 'Field "N" must be non-null.'],
  ["ValuesOfCorrectType", 'OneOf Input Object "N" must specify exactly one key.'],
  ["ValuesOfCorrectType", 'Exactly one key must be specified for OneOf type "N".'],
  ["ValuesOfCorrectType", 'Value "V" does not exist in "N" enum.', "Not a value of $1."],
  ["ValuesOfCorrectType", 'Enum "N" cannot represent non-N value', "Not a value of $1."],
  ["ValuesOfCorrectType", 'Expected value of type "T"', 'Expected value of type "$1".'],
  ["ValuesOfCorrectType", 'Expected non-nullable type "T" not to be null.'],
  ["ValuesOfCorrectType", 'Expected type "T" to be an object.'],
  ["ValuesOfCorrectType", 'Expected type "T".'],
  ["ValuesOfCorrectType", "N cannot represent a non N value", "$1 cannot represent a non $2 value."],
  ["ValuesOfCorrectType", "N cannot represent non-integer value", "$1 cannot represent non-integer value."],
  ["ValuesOfCorrectType", "N cannot represent non 32-bit signed integer value"],
  ["ValuesOfCorrectType", "N cannot represent non numeric value", "$1 cannot represent non numeric value."],
  ["ValuesOfCorrectType", "N cannot represent value", "Not a $1."],
  ["Syntax", "Syntax Error: Expected K, found K", "Expected $1, found $2."],
  [
    "Syntax",
    'Syntax Error: Unexpected variable "$N" in constant value.',
    "A variable cannot stand in a constant value.",
  ],
  ["Syntax", "Syntax Error: Unexpected description,", "Descriptions are for definitions of a schema."],
  ["Syntax", "Syntax Error: Unexpected single quote character", 'Texts stand in double quotes (").'],
  ["Syntax", "Syntax Error: Unexpected character", "There is a character here that GraphQL does not know."],
  ["Syntax", "Syntax Error: Unexpected K", "Unexpected $1."],
  ["Syntax", "Syntax Error: Unterminated string.", "Unterminated string."],
  ["Syntax", "Syntax Error: Invalid number,", "That is not how a number is written."],
  ["Syntax", "Syntax Error: Invalid character", "There is a character here that GraphQL does not know."],
  ["Syntax", "Syntax Error: Invalid Unicode escape sequence", "That is not how a character is escaped."],
  ["Method", "GET requests only support query operations", "A GET only asks: send mutations by POST."],
  [
    "CrossSiteRequest",
    "This operation has been blocked as a potential Cross-Site Request Forgery",
    "A GET carries a token, or a header no form can send (apollo-require-preflight): another site may have caused this one.",
  ],
];

const PARTS: Readonly<Record<string, string>> = {
  N: "([_A-Za-z][\\w.]*)",
  T: "([\\w![\\]]+)",
  K: '(Name|Int|Float|String|BlockString|Comment|<EOF>|"[!$&().:=@[\\]{|}]{1,3}"|"(?:on|query|fragment)")',
  V: "[\\s\\S]*",
};

const patternOf = (form: string): RegExp => {
  const escaped = form.replace(/[$()|.*+?^[\]{}]/g, "\\$&");
  return new RegExp(`^${escaped.replace(/(?<![A-Za-z])[NTKV](?![A-Za-z])/g, (part) => PARTS[part] ?? part)}`);
};

const KNOWN = COMPLAINTS.map(([rule, form, told]) => ({ rule, pattern: patternOf(form), told }));

export interface Told {
  readonly rule: string;
  readonly help: string;
}

/** A complaint of GraphQL's own that quotes no value and suggests nothing; null for one that is not known. */
export const toldOf = (message: string): Told | null => {
  for (const { rule, pattern, told } of KNOWN) {
    const match = pattern.exec(message);
    if (match === null) continue;
    const help = told?.replace(/\$(\d)/g, (_, index) => match[Number(index)] ?? "") ?? match[0];
    return { rule, help: /[.]$/.test(help) ? help : `${help}.` };
  }
  return null;
};
