/** How long a name may be, and what is said of one that is longer: a name that is cut off in silence hangs on the TV for years. */

/** Of a room, a provider or a service. */
export const mostEntry = 60

/** @returns undefined when it is not too long; counted as the hub counts */
export function tooLong(what: string, text: string, most: number): string | undefined {
  const over = text.trim().length - most
  return over <= 0 ? undefined : `${what} has ${over} ${over === 1 ? 'letter' : 'letters'} too many: ${most} fit.`
}
