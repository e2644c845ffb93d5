/** What is worth knowing of a week: schedules at the same time, times with nothing to show, schedules that never play. */
import { type ReactElement, useState } from 'react'
import { isCalendarName } from '../../../core/schedule-file.ts'
import { Action } from '../../shared/action.tsx'
import { Icon, type IconName } from '../icons.tsx'
import type { ScheduleRemark } from '../programming.ts'

const signs: Readonly<Record<ScheduleRemark['kind'], IconName>> = { conflict: 'copy', gap: 'off', never: 'close' }
const names: Readonly<Record<ScheduleRemark['kind'], string>> = {
  conflict: 'At the same time',
  gap: 'Gap',
  never: 'Never plays',
}
const atFirst = 5

interface RemarksState {
  readonly remarks: readonly ScheduleRemark[]
  readonly onOpen?: (schedule: string) => void
}

export function RemarkList({ remarks, onOpen }: RemarksState): ReactElement | null {
  const [isWhole, setWhole] = useState(false)
  if (remarks.length === 0) return null
  const shown = isWhole ? remarks : remarks.slice(0, atFirst)
  return (
    <>
      <ul className="schedule-remarks">
        {shown.map(({ kind, message, schedule, from }) => (
          <li key={`${kind}${message}${from}`} data-kind={kind}>
            <Icon name={signs[kind]} />
            <span>
              <b>{names[kind]}.</b> <span dir="auto">{message}</span>
            </span>
            {schedule !== undefined && !isCalendarName(schedule) && onOpen !== undefined && (
              <Action look="quiet" label={`Change ${schedule}`} onPress={() => onOpen(schedule)}>
                Change
              </Action>
            )}
          </li>
        ))}
      </ul>
      {shown.length < remarks.length && (
        <Action look="quiet" onPress={() => setWhole(true)}>{`Show ${remarks.length - shown.length} more`}</Action>
      )}
    </>
  )
}
