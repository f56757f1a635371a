-- What a code or USCC begins with stands among the lexemes as its beginning only, so the index tells it from what has it
-- further on (0032). The next start fills the entries again, before it serves.
TRUNCATE "search_entry";
