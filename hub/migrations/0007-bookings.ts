/** Who is booked, until their day is closed; what remains of them as counts; and what each ticket was promised first. */
export const bookings = `
CREATE TABLE bookings (
  id TEXT PRIMARY KEY,
  -- On the clinic's calendar.
  day TEXT NOT NULL,
  -- Milliseconds since 1970 UTC.
  at INTEGER NOT NULL,
  service TEXT,
  provider TEXT,
  minutes INTEGER,
  initials TEXT,
  -- SHA-256 of what the book calls it: a UID may hold a name.
  key TEXT,
  source TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('expected', 'no-show', 'cancelled'))
) STRICT, WITHOUT ROWID;
CREATE INDEX bookings_by_day ON bookings (day, at);

CREATE TABLE booking_imports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  day TEXT NOT NULL,
  at INTEGER NOT NULL,
  text TEXT NOT NULL,
  -- The rows it changed as they were before, and the ids of those it added, as JSON.
  before TEXT NOT NULL,
  added TEXT NOT NULL
) STRICT;

CREATE TABLE booking_counts (
  day TEXT NOT NULL,
  -- Of the clinic's clocks.
  hour INTEGER NOT NULL,
  -- Empty when the book did not say.
  service TEXT NOT NULL,
  booked INTEGER NOT NULL,
  arrived INTEGER NOT NULL,
  no_show INTEGER NOT NULL,
  PRIMARY KEY (day, hour, service)
) STRICT, WITHOUT ROWID;

CREATE TABLE promises (
  ticket TEXT PRIMARY KEY,
  made_at INTEGER NOT NULL,
  -- The end of the window that was told first.
  until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`
