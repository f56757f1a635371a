import { type SQL, sql } from "drizzle-orm";

/**
 * What a masked twin keeps of a value, as immutable expressions for stored generated columns:
 * the full value never leaves the database. Every mask hides at least half of a short value. The twin of an encrypted
 * value is written with it (encryption/last-four.ts).
 */
export const MASK = {
  personName: (column: string): SQL =>
    sql.raw(
      `case when length("${column}") > 1 then left("${column}", 1) || '**' when "${column}" is not null then '**' end`,
    ),
  /** Of its digits alone: one number has one mask, however it is written. */
  mobile: (column: string): SQL => {
    const digits = `regexp_replace(normalize("${column}", NFKC), '[^0-9]', '', 'g')`;
    return sql.raw(
      `case when length(${digits}) >= 11 then left(${digits}, 3) || '****' || right(${digits}, 4) when "${column}" is not null then '****' end`,
    );
  },
  /** `a***@domain` */
  email: (column: string): SQL =>
    sql.raw(
      `case when "${column}" ~ '^[^@]{2,}@[^@]+$' then left("${column}", 1) || '***' || substring("${column}" from '@[^@]+$') when "${column}" is not null then '***' end`,
    ),
  /** An address up to the district. */
  district: (column: string): SQL =>
    sql.raw(
      `case when "${column}" ~ '^.{1,24}?(区|县|旗)..' then substring("${column}" from '^.{1,24}?(?:区|县|旗)') || '****' when "${column}" is not null then '****' end`,
    ),
  /** Bands in units of the currency. */
  band: (column: string): SQL =>
    sql.raw(
      `case when "${column}" < 1000000 then '<1M' when "${column}" < 5000000 then '1M–5M' when "${column}" < 20000000 then '5M–20M' when "${column}" < 100000000 then '20M–100M' when "${column}" >= 100000000 then '≥100M' end`,
    ),
} as const;
