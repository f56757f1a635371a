import { type SQL, sql } from "drizzle-orm";
import { MARK } from "../../domain/search/lexeme.js";
import { all } from "../sql-parts.js";
import { searchEntry } from "../tables/search-entry.js";
import type { Compilation } from "./compilation.js";
import { inScope } from "./in-scope.js";
import { REQUEST, Row, value, values } from "./row.js";
import { ENTRY, rankSql, textsMatch } from "./search.js";
import type { Bound, ListTemplate, SearchTemplate } from "./template.js";

/**
 * A search in the order of its ranks. Hits of a rank are few or many, and neither way of reading serves both: few are
 * all fetched from the index and sorted by name; of many that takes seconds, so they come in an order of no meaning
 * (`spread`), which need not be read further than the page. A sample tells the two apart; a page that follows another
 * takes it from the cursor, so that both stand in one order (decision 0032).
 */
const SAMPLE = 4000;
/** In the sample, for it to say something; and in the whole scope, as far as the sample tells. */
const FOUND = 10;
const MANY = 5000;

const LEAST = -2147483648;
const MOST = 2147483647;

/** What stands in a cursor: the ranks of many hits, and the place of a row. */
export const PLACE = ["hit_many", "hit_rank", "hit_place", "hit_spread", "id"] as const;
const TYPES = ["text", "int", "text", "int", "uuid"] as const;

interface Ranked {
  readonly c: Compilation;
  readonly template: ListTemplate;
  readonly search: SearchTemplate;
  /** What else a customer must be, given the row it is searched by. */
  readonly filtered: (entry: Row) => SQL | undefined;
}

const at = (bound: Bound, index: number): SQL => value(bound[index]?.at ?? "", TYPES[index] ?? "text");

const entriesOf = ({ c }: Ranked, row: Row): SQL => inScope(c.scope, ENTRY, row);

const sampleSql = (ranked: Ranked): SQL => {
  const [inner, e] = [new Row("e"), new Row("e")];
  const spread = e.of(searchEntry.spread);
  const hit = all([textsMatch(e, ranked.search), ranked.filtered(e)]);
  return sql`sample as materialized (select ${spread}, case when ${hit} then ${rankSql(e, ranked.search)} end as rank
    from (select ${e.columnsOf("e")} from ${searchEntry} as e where ${entriesOf(ranked, inner)} order by spread, customer_id limit ${sql.raw(`${SAMPLE}`)}) as e)`;
};

const manySql = (ranked: Ranked): SQL => {
  const bound = ranked.template.after ?? ranked.template.before;
  if (bound !== null)
    return sql`many as materialized (select unnest(string_to_array(${at(bound, 0)}, ','))::int as rank)`;
  return sql`${sampleSql(ranked)}, many as materialized (select rank
    from (select rank, count(*) as found from sample where rank is not null group by rank) as r
    cross join (select count(*) as looked, (max(spread)::float8 - ${sql.raw(`${LEAST}`)}) / 4294967296 as share from sample) as s
    where looked = ${sql.raw(`${SAMPLE}`)} and found >= ${sql.raw(`${FOUND}`)} and found >= ${sql.raw(`${MANY}`)} * share)`;
};

/** The ranks of few hits, as one question to the index. */
const wantedSql = ({ c, search }: Ranked): SQL => {
  const branch =
    c.scope === "BRANCH" ? sql` || ' & ''${sql.raw(MARK.branch)}' || right(${REQUEST.branch}::text, 8) || ''''` : sql``;
  return sql`(select '(' || string_agg(query, ' | ') || ')' || ${value(search.besides.at, "text")}${branch}
    from unnest(${values(search.queries.at, "text")}) with ordinality as q(query, nth)
    where query <> '' and nth - 1 not in (select rank from many))::tsquery`;
};

const beyond = ({ template }: Ranked, place: readonly SQL[]): SQL | undefined => {
  const bounds = [[template.after, ">"] as const, [template.before, "<"] as const];
  const conditions = bounds.flatMap(([bound, than]) => {
    if (bound === null) return [];
    const values = place.map((_, index) => at(bound, index + 1));
    return [sql`(${sql.join([...place], sql`, `)}) ${sql.raw(than)} (${sql.join(values, sql`, `)})`];
  });
  return conditions.length === 0 ? undefined : all(conditions);
};

const fewSql = (ranked: Ranked): SQL => {
  const e = new Row("e");
  const [id, text] = [e.of(searchEntry.customerId), e.of(searchEntry.text)];
  const where = all([
    sql`${e.of(searchEntry.lexemes)} @@ ${wantedSql(ranked)}`,
    entriesOf(ranked, e),
    textsMatch(e, ranked.search),
    ranked.filtered(e),
    sql`r.rank is not null and r.rank <> all(array(select rank from many))`,
    beyond(ranked, [sql`r.rank`, sql`${text} collate "C"`, sql`0`, id]),
  ]);
  return sql`select ${id}, r.rank as hit_rank, ${text} collate "C" as hit_place, 0 as hit_spread
    from ${searchEntry} as e cross join lateral (select ${rankSql(e, ranked.search)} as rank offset 0) as r where ${where}`;
};

/** Where in the order of `spread` a rank is to be read from: the one the cursor stands in from there, later ones whole. */
const startSql = ({ template }: Ranked, spread: SQL): SQL | undefined => {
  const starts = [[template.after, ">=", LEAST] as const, [template.before, "<=", MOST] as const].flatMap(
    ([bound, than, end]) =>
      bound === null
        ? []
        : [
            sql`${spread} ${sql.raw(than)} case when m.rank = ${at(bound, 1)} then ${at(bound, 3)} else ${sql.raw(`(${end})`)} end and m.rank ${sql.raw(than)} ${at(bound, 1)}`,
          ],
  );
  return starts.length === 0 ? undefined : all(starts);
};

/**
 * What is read in the order of `spread`, and only then looked at. Behind `offset 0` the conditions do not count when
 * PostgreSQL chooses its way: thinking that they hold of nothing, it would read the whole table and sort it.
 */
const readSql = (ranked: Ranked): SQL => {
  const [inner, e] = [new Row("e"), new Row("e")];
  const [id, spread] = [e.of(searchEntry.customerId), e.of(searchEntry.spread)];
  const direction = sql.raw(ranked.template.backward ? "desc" : "asc");
  const order = sql`order by ${spread} ${direction}, ${id} ${direction}`;
  const where = all([
    beyond(ranked, [sql`m.rank`, sql`'' collate "C"`, spread, id]),
    textsMatch(e, ranked.search),
    ranked.filtered(e),
    sql`${rankSql(e, ranked.search)} = m.rank`,
  ]);
  const entries = all([entriesOf(ranked, inner), startSql(ranked, inner.of(searchEntry.spread))]);
  return sql`select h.* from many as m cross join lateral (select ${id}, m.rank as hit_rank, '' collate "C" as hit_place, ${spread} as hit_spread
    from (select ${e.columnsOf("e")} from ${searchEntry} as e where ${entries} ${order} offset 0) as e
    where ${where} ${order} limit ${limitOf(ranked)}) as h`;
};

const limitOf = ({ template }: Ranked): SQL => sql.raw(String(template.size + 1));

/** The hits of a page: `customer_id`, and what `PLACE` names. */
export const hitsSql = (ranked: Ranked): SQL => {
  const direction = ranked.template.backward ? "desc" : "asc";
  const order = ["hit_rank", "hit_place", "hit_spread", "customer_id"].map((name) => `${name} ${direction}`).join(", ");
  return sql`(with ${manySql(ranked)}
    select h.*, (select coalesce(string_agg(rank::text, ',' order by rank), '') from many) as hit_many
    from (${fewSql(ranked)} union all ${readSql(ranked)}) as h order by ${sql.raw(order)} limit ${limitOf(ranked)})`;
};
