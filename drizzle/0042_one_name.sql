-- A blank between two Chinese characters makes no other person (src/domain/series.ts). What is not sealed moves to the series it
-- would be given now, and is held against what it finds there. The seal of a record covers its series: a sealed one stays, and with
-- it whatever is to take its place.
UPDATE "information_record" r SET "series" = "one"."name", "compared_at" = null
  FROM (
    SELECT "id", regexp_replace("series", '(?<=[\u2E80-\u2FDF\u3005\u3007\u3021-\u3029\u303B\u3400-\u4DBF\u4E00-\u9FFF\uFA0E-\uFA29\U00016FE2\U00016FE3\U00016FF0-\U00016FF6\U00020000-\U0003347F]) (?=[\u2E80-\u2FDF\u3005\u3007\u3021-\u3029\u303B\u3400-\u4DBF\u4E00-\u9FFF\uFA0E-\uFA29\U00016FE2\U00016FE3\U00016FF0-\U00016FF6\U00020000-\U0003347F])', '', 'g') AS "name"
      FROM "information_record" WHERE "category" = 'CONTACT' AND "archived_at" IS NULL AND "series" LIKE '% %'
  ) "one"
  WHERE "one"."id" = r."id" AND "one"."name" <> r."series" AND NOT EXISTS (
    SELECT FROM "information_record" s WHERE s."customer_id" = r."customer_id" AND s."category" = 'CONTACT'
      AND s."series" = r."series" AND s."archived_at" IS NOT NULL
  );--> statement-breakpoint
-- Nor do the dots ∙ and ⋅ to whoever searches; the next start makes these entries anew.
DELETE FROM "search_entry" WHERE "text" ~ '[∙⋅]';
