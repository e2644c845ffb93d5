/** As in the main database: answers in the order they were given, without an index that each key would rewrite a page of. */
export const answers = `
CREATE TABLE answers_in_order (
  key TEXT NOT NULL,
  request TEXT,
  status INTEGER NOT NULL,
  body TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
INSERT INTO answers_in_order (key, request, status, body, at)
  SELECT key, request, status, body, at FROM answers ORDER BY at;
DROP TABLE answers;
ALTER TABLE answers_in_order RENAME TO answers;
`
