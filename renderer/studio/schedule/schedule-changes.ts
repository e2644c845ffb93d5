/** Saving, deleting and importing schedules, each with its way back. */
import {
  type KeptSchedule,
  type Schedule,
  type ScheduleList,
  type ScreenGroup,
  scheduleAddress,
} from '../programming.ts'
import type { Steps } from '../steps.ts'

export interface ScheduleChanges {
  /**
   * @param edited the name it had; undefined for a new one
   * @param words what is done, without a full stop, where that is more than scheduling
   * @returns whether it was saved
   */
  readonly save: (schedule: Schedule, edited: string | undefined, words?: string) => Promise<boolean>
  readonly remove: (name: string, words?: string) => Promise<boolean>
  /** @param known what there was before */
  readonly importFile: (known: readonly KeptSchedule[]) => Promise<boolean>
  readonly saveGroups: (groups: readonly ScreenGroup[]) => Promise<boolean>
}

interface Replaced {
  readonly before: Schedule | null
}

export function useScheduleChanges({ send, done, say }: Steps): ScheduleChanges {
  const put = (schedule: Schedule) =>
    send<Replaced>(scheduleAddress(schedule.name), { method: 'PUT', body: JSON.stringify(schedule) })
  const drop = (name: string) => send<Replaced>(scheduleAddress(name), { method: 'DELETE' })
  const restore = async (name: string, before: Schedule | null) =>
    (await (before === null ? drop(name) : put(before))) !== undefined
  return {
    save: async (schedule, edited, words) => {
      const saved = await put(schedule)
      if (saved === undefined) return false
      const isRenamed = edited !== undefined && edited !== schedule.name
      const gone = isRenamed ? await drop(edited) : undefined
      const usual = edited === undefined ? `Scheduled “${schedule.name}”` : `Changed “${schedule.name}”`
      done(words ?? usual, async () => {
        if (gone !== undefined && isRenamed && !(await restore(edited, gone.before))) return false
        return restore(schedule.name, saved.before)
      })
      return true
    },
    remove: async (name, words) => {
      const gone = await drop(name)
      if (gone === undefined) return false
      done(words ?? `Deleted “${name}”`, () => restore(name, gone.before))
      return true
    },
    importFile: async (known) => {
      const answer = await send<{ readonly imported: number; readonly problems: readonly string[] }>(
        '/api/schedules/import',
        { body: '{}' },
      )
      if (answer === undefined) return false
      if (answer.imported === 0 && answer.problems.length > 0) {
        say('wrong', answer.problems.join('\n'))
        return false
      }
      const words = answer.imported === 1 ? 'Took over 1 schedule' : `Took over ${answer.imported} schedules`
      done(`${words} from schedule.yaml`, () => goBackTo(known, put, drop))
      return true
    },
    saveGroups: async (groups) => {
      const body = (wanted: readonly ScreenGroup[]) =>
        ({ method: 'PUT', body: JSON.stringify({ groups: wanted }) }) as const
      const saved = await send<{ readonly before: readonly ScreenGroup[] }>('/api/screens/groups', body(groups))
      if (saved === undefined) return false
      done(
        'Changed the groups of screens',
        async () => (await send('/api/screens/groups', body(saved.before))) !== undefined,
      )
      return true
    },
  }
}

/** What an import has added goes, what it has changed comes back. */
async function goBackTo(
  known: readonly KeptSchedule[],
  put: (schedule: Schedule) => Promise<unknown>,
  drop: (name: string) => Promise<unknown>,
): Promise<boolean> {
  const response = await fetch('/api/schedules').catch(() => undefined)
  if (response?.ok !== true) return false
  const { schedules } = (await response.json()) as ScheduleList
  const plain = ({ problems: _, ...schedule }: KeptSchedule): Schedule => schedule
  const before = new Map(known.map((one) => [one.name, plain(one)]))
  for (const schedule of schedules) {
    const old = before.get(schedule.name)
    if (old === undefined) {
      if ((await drop(schedule.name)) === undefined) return false
    } else if (JSON.stringify(old) !== JSON.stringify(plain(schedule)) && (await put(old)) === undefined) return false
  }
  return true
}
