-- Search by any part of a name, Chinese included.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
