/** How visits were rated on phones: nothing in it says who, once the visit's page is closed. */
export const feedback = `
CREATE TABLE feedback (
  -- SHA-256 of the page's token, so that an answer can be changed; NULL once the page is closed.
  visit TEXT UNIQUE,
  -- Milliseconds since 1970 UTC; NULL with it.
  open_until INTEGER,
  -- On the clinic's calendar: 2026-11-21. No time of day, by which it could be laid beside the queue's log.
  day TEXT NOT NULL,
  rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 5),
  -- A JSON list.
  about TEXT NOT NULL
) STRICT;
CREATE INDEX feedback_days ON feedback (day);
`
