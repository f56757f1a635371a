/** A closed list as a value (for the schema), a list (for the database) and a type (for the compiler), from one place. */
export type Enumeration<K extends string> = { readonly [P in K]: P };

export const enumeration = <const K extends string>(...names: readonly [K, ...K[]]): Enumeration<K> =>
  Object.freeze(Object.fromEntries(names.map((name) => [name, name]))) as Enumeration<K>;

/** The names of an enumeration, in the order of its declaration: the shape `pgEnum` asks for. */
export const namesOf = <K extends string>(values: Enumeration<K>): [K, ...K[]] => Object.keys(values) as [K, ...K[]];
