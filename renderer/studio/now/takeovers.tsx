/** What has taken over the screens now, with its end; and the way to take over. */
import { type ReactElement, useState } from 'react'
import { Action } from '../../shared/action.tsx'
import { clockTime, dayAndTime, dayName } from '../../shared/clinic-time.ts'
import { Icon } from '../icons.tsx'
import { type KeptSchedule, type PlaylistLine, type ScheduleList, titleOfList } from '../programming.ts'
import { useScheduleChanges } from '../schedule/schedule-changes.ts'
import { screensWords } from '../schedule/schedule-words.ts'
import type { Steps } from '../steps.ts'
import { TakeoverDialog } from './takeover-dialog.tsx'

interface TakeoversState {
  readonly schedules: ScheduleList
  readonly playlists: readonly PlaylistLine[]
  readonly screen: string
  readonly screens: readonly string[]
  readonly zone: string
  readonly at: string
  readonly canPress: boolean
  readonly steps: Steps
}

export function Takeovers(state: TakeoversState): ReactElement {
  const { schedules, playlists, screen, screens, zone, at, canPress, steps } = state
  const [isOpen, setOpen] = useState(false)
  const { save, remove } = useScheduleChanges(steps)
  const nowMs = Date.parse(at)
  const beginMs = ({ startsAt }: KeptSchedule) => (startsAt === undefined ? 0 : Date.parse(startsAt))
  const running = schedules.schedules
    .filter((one) => isAdHoc(one) && Date.parse(one.endsAt ?? '') > nowMs)
    .sort((one, other) => beginMs(one) - beginMs(other))
  return (
    <section className="takeovers" aria-labelledby="takeovers">
      <h3 id="takeovers">Take over</h3>
      {running.length === 0 ? (
        <p className="note">For something that cannot wait: it cuts what plays, and ends by itself.</p>
      ) : (
        <ul>
          {running.map((one) => {
            const { name, playlist, startsAt, endsAt = at } = one
            const hasBegun = startsAt === undefined || Date.parse(startsAt) <= nowMs
            const ends =
              dayName(endsAt, zone) === dayName(at, zone) ? clockTime(endsAt, zone) : dayAndTime(endsAt, zone)
            return (
              <li key={name} className="takeover-line" data-begun={hasBegun}>
                <Icon name="urgent" size={24} />
                <p>
                  <b dir="auto">{titleOfList(playlist, playlists)}</b>{' '}
                  {hasBegun ? 'has taken over' : `takes over at ${dayAndTime(startsAt ?? at, zone)} on`}{' '}
                  {screensWords(one.screens)} until {ends}.
                </p>
                <Action
                  isOff={!canPress}
                  label={`${hasBegun ? 'End it now' : 'Call it off'}: ${name}`}
                  onPress={() => {
                    const title = titleOfList(playlist, playlists)
                    void remove(name, hasBegun ? `${title} has ended` : `${title} is called off`)
                  }}
                >
                  {hasBegun ? 'End it now' : 'Call it off'}
                </Action>
              </li>
            )
          })}
        </ul>
      )}
      <Action isOff={!canPress} onPress={() => setOpen(true)}>
        <Icon name="urgent" />
        Take over now…
      </Action>
      {isOpen && (
        <TakeoverDialog
          {...{ playlists, screen, screens, zone, at }}
          taken={new Set(schedules.schedules.map(({ name }) => name))}
          groups={schedules.groups}
          onTake={(schedule) =>
            save(schedule, undefined, `${titleOfList(schedule.playlist, playlists)} has taken over`)
          }
          onClose={() => setOpen(false)}
        />
      )}
    </section>
  )
}

const isAdHoc = ({ kind, endsAt }: KeptSchedule): boolean => kind === 'takeover' && endsAt !== undefined
