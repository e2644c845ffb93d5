/** How far ahead anybody can ask what a screen will show: the hub refuses more, and pages do not offer it. */
export const farthestDays = 400
