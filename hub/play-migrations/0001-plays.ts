/** What the screens have presented: each play for a year and a month, and what they come to by day for good. */
export const plays = `
-- What a file was called when it played.
CREATE TABLE items (
  id INTEGER PRIMARY KEY,
  asset TEXT NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  UNIQUE (asset, title, kind)
) STRICT;

CREATE TABLE plays (
  -- Made up by the screen, beginning with the time: neighbours in time are neighbours on the disk.
  id TEXT PRIMARY KEY,
  -- Milliseconds since 1970 UTC.
  started_at INTEGER NOT NULL,
  planned_at INTEGER,
  screen TEXT NOT NULL,
  zone TEXT NOT NULL,
  item INTEGER NOT NULL REFERENCES items (id),
  duration_ms INTEGER NOT NULL,
  presented_ms INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('whole', 'cut', 'failed')),
  waiting INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX plays_by_time ON plays (started_at);

-- Counted when a play arrives, so that the sums of a month are read at once.
CREATE TABLE day_sums (
  -- On the clinic's calendar: 2026-11-21.
  day TEXT NOT NULL,
  screen TEXT NOT NULL,
  zone TEXT NOT NULL,
  item INTEGER NOT NULL REFERENCES items (id),
  plays INTEGER NOT NULL,
  whole INTEGER NOT NULL,
  cut INTEGER NOT NULL,
  failed INTEGER NOT NULL,
  presented_ms INTEGER NOT NULL,
  -- Plays at whose beginning the screen knew how many waited, and those added up.
  counted INTEGER NOT NULL,
  waiting INTEGER NOT NULL,
  PRIMARY KEY (day, screen, zone, item)
) STRICT, WITHOUT ROWID;

-- As in the main database: the same key gets the same answer.
CREATE TABLE answers (
  key TEXT PRIMARY KEY,
  request TEXT,
  status INTEGER NOT NULL,
  body TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX answers_by_age ON answers (at);
`
