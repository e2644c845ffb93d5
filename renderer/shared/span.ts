/** How long something still takes, as a person says it. */

/** `20 s`, `4 min`, `2 h`: no finer than anybody can know. */
export function spanOf(seconds: number): string {
  if (seconds < 50) return `${Math.max(5, Math.ceil(seconds / 5) * 5)} s`
  const minutes = Math.max(1, Math.round(seconds / 60))
  return minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`
}
