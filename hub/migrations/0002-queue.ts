/** The log of the queue, the answers given in the last day, desk labels apart from both, and the clinic's lists. */
export const queue = `
CREATE TABLE queue_events (
  -- Numbered by the hub, from 1 on, without gaps.
  revision INTEGER PRIMARY KEY,
  type TEXT NOT NULL,
  body TEXT NOT NULL,
  -- Milliseconds since 1970 UTC.
  at INTEGER NOT NULL,
  caller TEXT NOT NULL,
  key TEXT
) STRICT;
CREATE INDEX queue_days ON queue_events (revision) WHERE type = 'day-closed';

CREATE TABLE answers (
  key TEXT PRIMARY KEY,
  -- SHA-256 over address and body; NULL from the day's end on, since a label could be guessed from it.
  request TEXT,
  status INTEGER NOT NULL,
  body TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX answers_by_age ON answers (at);

CREATE TABLE labels (
  ticket TEXT PRIMARY KEY,
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE clinic_entries (
  list TEXT NOT NULL CHECK (list IN ('services', 'providers', 'rooms')),
  place INTEGER NOT NULL,
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (list, id)
) STRICT, WITHOUT ROWID;
`
