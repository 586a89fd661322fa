-- The history, version 4: which points an answer was about.
PRAGMA user_version = 4;

-- What was asked together, by identity; see viva/memory/point_lineage.hpp. Rows are only ever added.
CREATE TABLE asked (
  number INTEGER PRIMARY KEY,
  points TEXT NOT NULL UNIQUE CHECK (points <> '')  -- JSON: ["a-point", "another one"]
) STRICT;

-- `ticked` counts in this list. None: the answer is of an earlier version, and nobody knows yet.
ALTER TABLE review ADD COLUMN asked INTEGER REFERENCES asked (number);

CREATE INDEX review_without_points ON review (bank, item, points) WHERE asked IS NULL AND points > 0;
