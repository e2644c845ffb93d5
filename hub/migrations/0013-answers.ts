/**
 * Answers in the order they were given: sorted by their keys, which are random, each of them rewrote a page of its own.
 * And what the write-ahead log is made long with; see database.ts.
 */
export const answers = `
CREATE TABLE answers_in_order (
  key TEXT NOT NULL,
  -- SHA-256 over address and body; NULL from the day's end on, since a label could be guessed from it.
  request TEXT,
  status INTEGER NOT NULL,
  body TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
INSERT INTO answers_in_order (key, request, status, body, at)
  SELECT key, request, status, body, at FROM answers ORDER BY at;
DROP TABLE answers;
ALTER TABLE answers_in_order RENAME TO answers;
CREATE UNIQUE INDEX answers_by_key ON answers (key);
CREATE INDEX answers_by_age ON answers (at);
CREATE TABLE log_fillers (zeros BLOB NOT NULL) STRICT;
`
