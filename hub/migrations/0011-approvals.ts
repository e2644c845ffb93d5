/** Which texts a clinician has checked, and what people have asked the desk about. */
export const approvals = `
CREATE TABLE approvals (
  -- Below the content folder.
  path TEXT PRIMARY KEY,
  -- SHA-256 of what the film says: another text has not been checked.
  words TEXT NOT NULL,
  -- Who checked it, and on which day of the clinic's calendar.
  checked_by TEXT NOT NULL,
  checked_on TEXT NOT NULL,
  -- When that was entered, milliseconds since 1970 UTC.
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE asked (
  id TEXT NOT NULL UNIQUE,
  -- On the clinic's calendar. No time of day, by which it could be laid beside the queue's log.
  day TEXT NOT NULL,
  about TEXT NOT NULL CHECK (about IN ('service', 'asset')),
  subject TEXT NOT NULL,
  -- What it was called then.
  name TEXT NOT NULL
) STRICT;
CREATE INDEX asked_days ON asked (day);
`
