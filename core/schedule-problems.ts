/** Why a schedule does not play as it is written, though nothing in it is wrong: what it names is not there. */
import { nearest } from './nearest.ts'
import { isScreenId, type Schedule, type ScreenGroup } from './schedule-file.ts'

export interface Around {
  readonly playlists: readonly string[]
  readonly screens: readonly string[]
  readonly groups: readonly ScreenGroup[]
}

/** @returns sentences; none when it plays as it is written */
export function problemsOf(schedule: Schedule, { playlists, screens, groups }: Around): readonly string[] {
  const { playlist, rrule, weekdays } = schedule
  const found: string[] = []
  if (!playlists.includes(playlist))
    found.push(`There is no playlist "${playlist}".${meant(playlist, playlists)} The default playlist plays instead.`)
  const known = ['all', ...screens, ...groups.map(({ name }) => name)]
  for (const name of schedule.screens) {
    const group = groups.find((each) => each.name === name)
    if (group !== undefined && !group.screens.some((screen) => screens.includes(screen)))
      found.push(`The group "${name}" has no screen, so nothing plays there.`)
    if (known.includes(name)) continue
    found.push(
      isScreenId(name)
        ? `There is no "${name}" now. It plays there as soon as there is one.`
        : `There is no screen or group "${name}".${meant(name, known)} Nothing plays there.`,
    )
  }
  if (rrule !== undefined && weekdays !== undefined)
    found.push('Its rule chooses the days, so its weekdays are left aside. Remove one of the two.')
  return found
}

function meant(word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  return near === undefined ? '' : ` Did you mean "${near}"?`
}
