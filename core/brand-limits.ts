/** How long what the clinic says of itself may be: what the card, the films and the slips have room for. */

/** Letters: a joint practice with its specialties and somebody's name has as many. */
export const longestName = 72
export const longestTagline = 90
