/** What the clinic decides in the app: its settings and its one calendar, each a row; and what is left of old days. */
export const settings = `
CREATE TABLE settings (
  name TEXT PRIMARY KEY CHECK (name IN ('settings', 'calendar')),
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- How many events of each kind a day had, once the events themselves are forgotten.
CREATE TABLE day_counts (
  day TEXT NOT NULL,
  type TEXT NOT NULL,
  events INTEGER NOT NULL,
  PRIMARY KEY (day, type)
) STRICT, WITHOUT ROWID;
`
