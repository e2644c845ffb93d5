/** Saving, deleting and importing schedules, each with its way back. */
import type { ImportAnswer } from '../../../core/schedule-contract.ts'
import { type Schedule, type ScreenGroup, scheduleAddress } from '../programming.ts'
import type { Steps } from '../steps.ts'

export interface ScheduleChanges {
  /**
   * @param edited the name it had; undefined for a new one
   * @param words what is done, without a full stop, where that is more than scheduling
   * @returns whether it was saved
   */
  readonly save: (schedule: Schedule, edited: string | undefined, words?: string) => Promise<boolean>
  readonly remove: (name: string, words?: string) => Promise<boolean>
  readonly importFile: () => Promise<boolean>
  readonly saveGroups: (groups: readonly ScreenGroup[]) => Promise<boolean>
}

interface Replaced {
  readonly before: Schedule | null
}

interface GroupsReplaced {
  readonly before: readonly ScreenGroup[]
}

export function useScheduleChanges({ send, done, say }: Steps): ScheduleChanges {
  const put = (schedule: Schedule) =>
    send<Replaced>(scheduleAddress(schedule.name), { method: 'PUT', body: JSON.stringify(schedule) })
  const drop = (name: string) => send<Replaced>(scheduleAddress(name), { method: 'DELETE' })
  const putGroups = (groups: readonly ScreenGroup[]) =>
    send<GroupsReplaced>('/api/screens/groups', { method: 'PUT', body: JSON.stringify({ groups }) })
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
    importFile: async () => {
      const answer = await send<ImportAnswer>('/api/schedules/import', { body: '{}' })
      if (answer === undefined) return false
      if (answer.imported === 0 && answer.problems.length > 0) {
        say('wrong', answer.problems.join('\n'))
        return false
      }
      const words = answer.imported === 1 ? 'Took over 1 schedule' : `Took over ${answer.imported} schedules`
      done(`${words} from schedule.yaml`, async () => {
        // Only what the import itself has changed: others may have scheduled something since.
        const { added, replaced, groups } = answer.before
        for (const name of added) if ((await drop(name)) === undefined) return false
        for (const schedule of replaced) if ((await put(schedule)) === undefined) return false
        return (await putGroups(groups)) !== undefined
      })
      return true
    },
    saveGroups: async (groups) => {
      const saved = await putGroups(groups)
      if (saved === undefined) return false
      done('Changed the groups of screens', async () => (await putGroups(saved.before)) !== undefined)
      return true
    },
  }
}
