/** What the desk decides of the TV. */
export const tv = `
CREATE TABLE tv_messages (
  id TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  -- Milliseconds since 1970 UTC.
  at INTEGER NOT NULL,
  until INTEGER NOT NULL,
  -- 1 when it ends with the day, if that comes first.
  until_closing INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One row: the sound of the room, as JSON.
CREATE TABLE tv_sound (
  place INTEGER PRIMARY KEY CHECK (place = 1),
  body TEXT NOT NULL
) STRICT;

CREATE TABLE hidden_files (
  -- Below the content folder; a new version of the same file stays hidden.
  path TEXT PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`
