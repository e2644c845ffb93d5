/** A call ends every visit of a party, so it names a list; an edited desk label can be taken back. */
export const queueDay = `
UPDATE queue_events SET body = json_set(body, '$.finishes', json_array(json_extract(body, '$.finishes')))
  WHERE type = 'called' AND json_type(body, '$.finishes') = 'text';

CREATE TABLE label_changes (
  -- The revision of the edit.
  event INTEGER PRIMARY KEY,
  ticket TEXT NOT NULL,
  -- NULL when there was none.
  before TEXT
) STRICT;
`
