/** How much a play may say, and how long it is kept: for screens, which check nothing themselves. */

/** What a screen sends at once. */
export const mostPlays = 50
export const longestTitle = 200
/** How long each play is kept; its day's sums stay. */
export const playsKeptMonths = 13
