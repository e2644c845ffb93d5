/** What the waiting times have learned, and what became of each promise. */
export const waits = `
-- One row: the model as JSON, and the last event that has been learned from for good.
CREATE TABLE wait_model (
  place INTEGER PRIMARY KEY CHECK (place = 1),
  revision INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;

-- The beginning of the window, its middle, and when the ticket was called; milliseconds since 1970 UTC.
-- NULL in what was promised before; called_at also while the ticket waits.
ALTER TABLE promises ADD COLUMN opens INTEGER;
ALTER TABLE promises ADD COLUMN middle INTEGER;
ALTER TABLE promises ADD COLUMN called_at INTEGER;
`
