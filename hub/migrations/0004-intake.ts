/** What was measured of sound and looks, the pages of a document, and what was found of dropped bytes before. */
export const intake = `
ALTER TABLE media ADD COLUMN gain_db REAL;
-- A file of the store.
ALTER TABLE media ADD COLUMN poster TEXT;

-- Hashes, as JSON, in the order of the pages.
ALTER TABLE assets ADD COLUMN pages TEXT;
-- SHA-256 of the dropped bytes of the version that plays.
ALTER TABLE assets ADD COLUMN source TEXT;

CREATE TABLE judgements (
  -- SHA-256 of the dropped bytes.
  source TEXT NOT NULL,
  -- What else decided: the rules of the time, the size of the screens, what somebody has accepted.
  conditions TEXT NOT NULL,
  judgement TEXT NOT NULL,
  PRIMARY KEY (source, conditions)
) STRICT;
`
