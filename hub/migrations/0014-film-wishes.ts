/** What somebody has asked of the film of certain words: not to make it, or to make it before the others. */
export const filmWishes = `
CREATE TABLE film_wishes (
  path TEXT PRIMARY KEY,
  words TEXT NOT NULL,
  wish TEXT NOT NULL CHECK (wish IN ('cancelled', 'first'))
) STRICT;
`
