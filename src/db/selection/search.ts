import { type SQL, sql } from "drizzle-orm";
import { Refusal } from "../../domain/refusal.js";
import { SHORTEST_WORD, searchQuestion } from "../../domain/search/search-question.js";
import { searchEntry } from "../tables/search-entry.js";
import { REQUEST, type Row, value, values } from "./row.js";
import type { Shape } from "./shape.js";
import type { SearchTemplate, Values } from "./template.js";

/** Of a name of 200 characters every one may be searched for. */
const LONGEST = 200;
const MOST_WORDS = 8;

/** The rows a search looks through; they are in scope as their customer is. */
export const ENTRY: Pick<Shape, "inBranch" | "ofNoCustomer"> = {
  inBranch: (row) => sql`${row.of(searchEntry.branchId)} = ${REQUEST.branch}`,
};

const refuse = (message: string): never => {
  throw new Refusal("BAD_USER_INPUT", `search: ${message}`);
};

/** @throws Refusal BAD_USER_INPUT that says what a search needs */
export const bindSearch = (given: string, bound: Values): SearchTemplate => {
  if (given.trim() === "") return refuse("say what to look for, or leave it out.");
  if (given.length > LONGEST) return refuse(`at most ${LONGEST} characters.`);
  const { ranks, words, tooShort } = searchQuestion(given);
  if (tooShort) return refuse(`at least ${SHORTEST_WORD} letters, digits or characters; marks do not count.`);
  if (words.length > MOST_WORDS) return refuse(`at most ${MOST_WORDS} words.`);
  const [, ...others] = words;
  const all = (questions: typeof words) => questions.map(({ query }) => `(${query})`).join(" & ");
  return {
    matching: bound.add(all(words)),
    besides: bound.add(others.length === 0 ? "" : ` & ${all(others)}`),
    words: words.map(({ patterns }) => bound.add(patterns)),
    queries: bound.add(ranks.map(({ query }) => query)),
    ranks: ranks.map(({ patterns }) => bound.add(patterns)),
  };
};

/** Whether the text of an entry has all words. This decides; no index serves it. */
export const textsMatch = (row: Row, { words }: SearchTemplate): SQL =>
  sql.join(
    words.map(({ at }) => sql`${row.of(searchEntry.text)} like any(${values(at, "text")})`),
    sql` and `,
  );

/** The same, found by the index. */
export const foundBy = (row: Row, search: SearchTemplate): SQL =>
  sql`${row.of(searchEntry.lexemes)} @@ ${value(search.matching.at, "tsquery")} and ${textsMatch(row, search)}`;

/** How well a row matches, 0 best. */
export const rankSql = (row: Row, { ranks }: SearchTemplate): SQL => {
  const text = row.of(searchEntry.text);
  const tests = ranks.map(
    ({ at }, rank) => sql`when ${text} like any(${values(at, "text")}) then ${sql.raw(`${rank}`)}`,
  );
  return sql`case ${sql.join(tests, sql` `)} end`;
};
