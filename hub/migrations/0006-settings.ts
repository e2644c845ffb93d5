/** What the clinic decides in the app: its settings and its one calendar, each a row. */
export const settings = `
CREATE TABLE settings (
  name TEXT PRIMARY KEY CHECK (name IN ('settings', 'calendar')),
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`
