/** What the content folder holds, the last good version of each file people edit, and what the screens were promised. */
export const library = `
CREATE TABLE media (
  hash TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('video', 'image')),
  extension TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  duration_ms INTEGER NOT NULL,
  notices TEXT NOT NULL
) STRICT;

CREATE TABLE assets (
  path TEXT PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  size INTEGER NOT NULL,
  modified_ms INTEGER NOT NULL,
  -- The version that plays; it stays when a newer one is refused.
  hash TEXT REFERENCES media (hash),
  refused TEXT,
  notices TEXT NOT NULL
) STRICT;

CREATE TABLE documents (
  name TEXT PRIMARY KEY,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE screens (
  id TEXT PRIMARY KEY,
  timeline TEXT NOT NULL
) STRICT;

CREATE TABLE facts (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
`
