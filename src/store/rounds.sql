-- The history, version 2: mock rounds.
PRAGMA user_version = 2;

-- The latest state of each round that was begun; see viva/round.hpp. Of two states of a round the one with
-- the higher revision replaces the other.
CREATE TABLE round (
  id       TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
  revision INTEGER NOT NULL CHECK (revision >= 0),
  open     INTEGER NOT NULL CHECK (open IN (0, 1)),  -- begun and not finished
  state    TEXT NOT NULL CHECK (state <> '')         -- JSON
) STRICT;

-- viva asks at every start whether a round is open.
CREATE INDEX open_round ON round (id) WHERE open = 1;
