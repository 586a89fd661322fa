-- The history, version 3: interviews.
PRAGMA user_version = 3;

-- Each time an interview was set, changed or cleared; see history.hpp. Rows are only ever added: of the rows
-- of one interview the latest counts. Without a day the interview is cleared.
CREATE TABLE interview (
  id        TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
  interview TEXT NOT NULL CHECK (length(interview) = 32 AND interview NOT GLOB '*[^0-9a-f]*'),
  at        INTEGER NOT NULL CHECK (at BETWEEN -62167219200000 AND 253402300799999),
  day       INTEGER CHECK (day BETWEEN -719528 AND 2932896),
  minutes   INTEGER CHECK (minutes BETWEEN 0 AND 480),
  off       TEXT,  -- "sat,sun" or "none"
  title     TEXT,
  CHECK ((day IS NULL) = (minutes IS NULL) AND (day IS NULL) = (off IS NULL) AND (day IS NULL) = (title IS NULL))
) STRICT;
