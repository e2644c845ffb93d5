/** Taking over: what, on which screens and until when; what will be seen is shown before anything is cut. */
import { type ReactElement, useId, useRef, useState } from 'react'
import { Action } from '../../shared/action.tsx'
import { clockTime, dateOf, dayAndTime, msOfLocal } from '../../shared/clinic-time.ts'
import { Dialog } from '../../shared/dialog.tsx'
import { SelectField, TimeField } from '../../shared/fields.tsx'
import { screenName } from '../../shared/tv-now.tsx'
import { EntryPicture } from '../playlists/entry-picture.tsx'
import {
  type PlaylistDetail,
  type PlaylistLine,
  playlistAddress,
  type Schedule,
  type ScreenGroup,
  titleOfList,
  useAsked,
} from '../programming.ts'
import { suggestedName } from '../schedule/form-draft.ts'

interface DialogState {
  readonly playlists: readonly PlaylistLine[]
  /** The one that is looked at. */
  readonly screen: string
  readonly screens: readonly string[]
  readonly groups: readonly ScreenGroup[]
  readonly zone: string
  readonly at: string
  readonly taken: ReadonlySet<string>
  /** @returns whether it was done */
  readonly onTake: (schedule: Schedule) => Promise<boolean>
  readonly onClose: () => void
}

const lengths = [10, 30, 60] as const
const minuteMs = 60_000
const mostPictures = 6

export function TakeoverDialog(state: DialogState): ReactElement {
  const { playlists, screen, screens, groups, zone, at, taken, onTake, onClose } = state
  const name = useId()
  const own = playlists.filter(({ kind }) => kind !== 'default')
  const [playlist, setPlaylist] = useState(own[0]?.name ?? 'default')
  const [where, setWhere] = useState('all')
  const [minutes, setMinutes] = useState<number | undefined>(lengths[0])
  const [time, setTime] = useState('')
  const [isWrong, setWrong] = useState(false)
  const isSending = useRef(false)
  const detail = useAsked<PlaylistDetail>(playlistAddress(playlist), '')
  const shown = detail.answer?.name === playlist ? detail.answer.entries.filter((one) => one.problem === undefined) : []
  const isEmpty = detail.answer?.name === playlist && shown.length === 0
  const endsAt = endOf(minutes, time, at, zone)
  const title = titleOfList(playlist, playlists)
  const take = async () => {
    if (isSending.current || endsAt === undefined) return
    isSending.current = true
    const isDone = await onTake({
      ...{ name: suggestedName(`${title}, ${clockTime(at, zone)}`, taken), playlist, screens: [where] },
      ...{ kind: 'takeover', startsAt: at, endsAt },
    })
    isSending.current = false
    if (isDone) onClose()
    else setWrong(true)
  }
  return (
    <Dialog title="Take over now" look="wide" onClose={onClose}>
      <div className="takeover-form">
        <div className="form-fields">
          <SelectField
            label="What plays"
            value={playlist}
            options={playlists.map((list) => ({ value: list.name, name: titleOfList(list.name, playlists) }))}
            onChange={setPlaylist}
          />
          <SelectField
            label="Where"
            value={where}
            options={[
              { value: 'all', name: 'On every screen' },
              ...groups.map((group) => ({ value: group.name, name: group.name })),
              ...(screens.length > 1 ? [screen, ...screens.filter((id) => id !== screen)] : []).map((id) => ({
                value: id,
                name: `Only on ${screenName(id)}`,
              })),
            ]}
            onChange={setWhere}
          />
          <fieldset className="tv-chips">
            <legend>For how long</legend>
            {lengths.map((length) => (
              <label key={length} className="tv-chip">
                <input
                  type="radio"
                  name={name}
                  checked={minutes === length}
                  onChange={() => {
                    setMinutes(length)
                    setTime('')
                  }}
                />
                <span>{length} min</span>
              </label>
            ))}
            <TimeField
              label="Until a time"
              value={time}
              onChange={(until) => {
                setTime(until)
                setMinutes(undefined)
              }}
            />
          </fieldset>
        </div>
        <div className="takeover-preview">
          <p className="path">What will be seen</p>
          {isEmpty ? (
            <p>Nothing in this playlist can be shown now. What plays would go on.</p>
          ) : (
            <ul>
              {shown.slice(0, mostPictures).map((entry, at) => (
                <li key={at} className="takeover-shown">
                  <EntryPicture
                    entry={{ kind: 'asset', ...(entry.poster === undefined ? {} : { poster: entry.poster }) }}
                  />
                  <span className="takeover-title" dir="auto">
                    {entry.title}
                  </span>
                </li>
              ))}
            </ul>
          )}
          {shown.length > mostPictures && <p className="path">and {shown.length - mostPictures} more</p>}
        </div>
      </div>
      <p className="takeover-words" role="status">
        {endsAt === undefined
          ? 'Say how long.'
          : `Cuts what plays at once, and ends by itself at ${dayAndTime(endsAt, zone)} (${zone.replaceAll('_', ' ')}).`}
      </p>
      {isWrong && <p role="alert">This was not done. The page behind says why.</p>}
      <div className="dialog-actions">
        <Action onPress={onClose}>Cancel</Action>
        <Action look="first" isOff={endsAt === undefined || isEmpty} onPress={() => void take()}>
          Take over now
        </Action>
      </div>
    </Dialog>
  )
}

/** A time that is past today is meant for tomorrow. */
function endOf(minutes: number | undefined, time: string, at: string, zone: string): string | undefined {
  const nowMs = Date.parse(at)
  if (minutes !== undefined) return new Date(nowMs + minutes * minuteMs).toISOString()
  if (time === '') return undefined
  const today = msOfLocal(dateOf(at, zone), time, zone)
  if (today > nowMs) return new Date(today).toISOString()
  const tomorrow = dateOf(new Date(nowMs + 24 * 60 * minuteMs).toISOString(), zone)
  return new Date(msOfLocal(tomorrow, time, zone)).toISOString()
}
