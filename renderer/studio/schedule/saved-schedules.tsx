/** Every schedule there is: what, when, where, and what is wrong with it. */
import { type CSSProperties, type ReactElement, type RefObject, useState } from 'react'
import { Action } from '../../shared/action.tsx'
import { Icon } from '../icons.tsx'
import type { Look } from '../looks.ts'
import { type KeptSchedule, type PlaylistLine, type ScheduleList, titleOfList } from '../programming.ts'
import { useWorld } from '../studio-context.ts'
import { screensWords, whenWords } from './schedule-words.ts'

const atFirst = 50

interface SavedState {
  readonly list: ScheduleList
  /** Takes the keyboard when the line that had it is gone. */
  readonly headRef: RefObject<HTMLHeadingElement | null>
  readonly playlists: readonly PlaylistLine[]
  readonly looks: ReadonlyMap<string, Look>
  readonly zone: string
  readonly onEdit: (name: string) => void
  readonly onDelete: (schedule: KeptSchedule) => void
}

export function SavedSchedules({ list, headRef, playlists, looks, zone, onEdit, onDelete }: SavedState): ReactElement {
  const { canPress } = useWorld()
  const [most, setMost] = useState(atFirst)
  const rest = list.schedules.length - most
  return (
    <section className="saved-schedules" aria-labelledby="saved">
      <header>
        <h3 id="saved" ref={headRef} tabIndex={-1}>
          Schedules
        </h3>
        {list.schedules.length > 0 && (
          <a className="export" href="/api/schedules/export" download="schedule.yaml">
            Save them as a file
          </a>
        )}
      </header>
      {list.schedules.length === 0 ? (
        <p className="nobody">Nothing is scheduled: {titleOfList('default', playlists)} plays all day.</p>
      ) : (
        <ul>
          {list.schedules.slice(0, most).map((schedule) => {
            const { name, playlist, problems } = schedule
            const look = looks.get(playlist)
            return (
              <li
                key={name}
                className="saved-schedule"
                style={look?.hue === undefined ? undefined : ({ '--hue': look.hue } as CSSProperties)}
                data-pattern={look?.hue === undefined ? 'none' : look.pattern}
                data-kind={schedule.kind ?? 'normal'}
              >
                <div className="saved-words">
                  <p className="saved-name" dir="auto">
                    <b>{name}</b>
                  </p>
                  <p>{whenWords(schedule, zone)}</p>
                  <p className="path" dir="auto">
                    {whatWords(schedule, playlists)}
                  </p>
                  {problems.map((problem) => (
                    <p key={problem} className="list-problem">
                      {problem}
                    </p>
                  ))}
                </div>
                <button
                  type="button"
                  className="icon-button"
                  aria-label={`Change ${name}`}
                  title="Change"
                  disabled={!canPress}
                  onClick={() => onEdit(name)}
                >
                  <Icon name="edit" />
                </button>
                <button
                  type="button"
                  className="icon-button"
                  aria-label={`Delete ${name}`}
                  title="Delete"
                  disabled={!canPress}
                  onClick={() => onDelete(schedule)}
                >
                  <Icon name="delete" />
                </button>
              </li>
            )
          })}
        </ul>
      )}
      {rest > 0 && <Action onPress={() => setMost(most * 2)}>{`Show ${Math.min(rest, most)} more of ${rest}`}</Action>}
      <RunningHint isEmpty={list.schedules.length === 0} />
    </section>
  )
}

const RunningHint = ({ isEmpty }: { readonly isEmpty: boolean }): ReactElement | null =>
  isEmpty ? null : (
    <Action look="quiet" onPress={() => location.assign('/studio/now')}>
      What is on at a certain time?
    </Action>
  )

function whatWords(schedule: KeptSchedule, playlists: readonly PlaylistLine[]): string {
  const { playlist, kind = 'normal', share, priority = 50, screens, zone } = schedule
  const parts = [
    titleOfList(playlist, playlists),
    ...(kind === 'takeover' ? ['urgent'] : []),
    ...(kind === 'interrupt' ? [`in between, ${share ?? 25} % of the time`] : []),
    ...(priority === 50 ? [] : [`priority ${priority}`]),
    ...(zone === 'ticker' ? ['ticker'] : []),
    screensWords(screens),
  ]
  return parts.join(' · ')
}
