/** Which playlist plays where and when, and which screens belong together. */
export const schedules = `
CREATE TABLE schedules (
  name TEXT PRIMARY KEY,
  -- As JSON.
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE screen_groups (
  place INTEGER PRIMARY KEY,
  body TEXT NOT NULL
) STRICT;
`
