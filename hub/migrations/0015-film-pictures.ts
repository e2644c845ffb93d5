/** Which pictures each film shows, by their bytes: a hub that begins has to know what was checked before it has looked at them. */
export const filmPictures = `
CREATE TABLE film_pictures (
  -- Of the explainer, below the content folder.
  path TEXT PRIMARY KEY,
  -- SHA-256 of each, in the order of the text, as a JSON list.
  digests TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`
