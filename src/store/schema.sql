-- The history, version 1. A later version is a script of its own that starts from this one; a script that
-- has been released is never edited.
PRAGMA application_id = 1986623073;  -- "viva"
PRAGMA user_version = 1;

-- One rated answer each; see viva/memory/review.hpp. Rows are only ever added.
CREATE TABLE review (
  number    INTEGER PRIMARY KEY,  -- order of arrival, which settles the order of equal times
  id        TEXT NOT NULL UNIQUE CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
  bank      TEXT NOT NULL CHECK (bank <> ''),
  item      TEXT NOT NULL CHECK (item <> ''),
  at        INTEGER NOT NULL CHECK (at BETWEEN -62167219200000 AND 253402300799999),  -- ms since 1970, UTC
  day       INTEGER NOT NULL CHECK (day BETWEEN -719528 AND 2932896),                 -- days since 1970
  rating    INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),
  ticked    TEXT NOT NULL CHECK (ticked NOT GLOB '*[^0-9 ]*'),  -- "1 2 4"
  points    INTEGER NOT NULL CHECK (points BETWEEN 0 AND 2147483647),
  seconds   INTEGER NOT NULL CHECK (seconds BETWEEN 0 AND 2147483647),
  predicted INTEGER CHECK (predicted BETWEEN 1 AND 4),
  mode      TEXT NOT NULL CHECK (mode IN ('drill', 'practice', 'round')),
  round     TEXT CHECK (round <> ''),
  answer    TEXT CHECK (answer <> '')  -- last, since it can be long: what comes before it is read faster
) STRICT;

-- Reviews taken back: they stay in the log and no longer count.
CREATE TABLE retraction (
  review TEXT PRIMARY KEY NOT NULL REFERENCES review (id),
  at     INTEGER NOT NULL CHECK (at BETWEEN -62167219200000 AND 253402300799999)
) STRICT, WITHOUT ROWID;
