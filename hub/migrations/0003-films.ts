/** Of which words, in which look, the film of an explainer was made; the film itself is the asset's. */
export const films = `
CREATE TABLE films (
  path TEXT PRIMARY KEY,
  words TEXT NOT NULL,
  look TEXT NOT NULL
) STRICT;
`
