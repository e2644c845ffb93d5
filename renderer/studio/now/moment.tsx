/** At this moment: what a screen will show at any time to come, found with a slider over the day. */
import { type CSSProperties, type ReactElement, useId, useMemo, useState } from 'react'
import { daysAfter } from '../../../core/calendar-date.ts'
import { farthestDays } from '../../../core/moment-reach.ts'
import { Action } from '../../shared/action.tsx'
import { clockTime, dateOf, dayName, msOfLocal } from '../../shared/clinic-time.ts'
import { DateField } from '../../shared/fields.tsx'
import { looksOf } from '../looks.ts'
import { EntryPicture } from '../playlists/entry-picture.tsx'
import { type MomentAnswer, type PlaylistLine, type Rows, titleOfList, useAsked } from '../programming.ts'
import { airingWords, becauseWords } from '../schedule/schedule-words.ts'
import { weekFrom } from '../schedule/week.ts'
import { NextItems, Ticker } from './coming-up.tsx'

const stepMinutes = 5
/** Of the day: a narrower piece has no room for a name. */
const leastForWords = 0.06
const minuteMs = 60_000
/** While the slider moves, only where it rests is asked for. */
const pauseMs = 150

interface MomentState {
  readonly screen: string
  readonly zone: string
  /** ISO 8601, by the hub's clock. */
  readonly at: string
  readonly playlists: readonly PlaylistLine[]
  readonly posters: ReadonlyMap<string, string>
  /** Changes when something else may play. */
  readonly news: string
  /** The instant to begin with. */
  readonly start: string | undefined
}

export function Moment({ screen, zone, at, playlists, posters, news, start }: MomentState): ReactElement {
  const id = useId()
  const [wantedMs, setWanted] = useState(() => {
    const first = Date.parse(start ?? '')
    return Number.isNaN(first) ? Date.parse(at) + 60 * minuteMs : first
  })
  // Half a date that is being typed is a day long ago, or none.
  const [typed, setTyped] = useState<string>()
  const ms = Math.max(wantedMs, Date.parse(at))
  const iso = new Date(Math.floor(ms / minuteMs) * minuteMs).toISOString()
  const today = dateOf(at, zone)
  const date = dateOf(iso, zone)
  const week = useMemo(() => weekFrom(date, zone), [date, zone])
  const day = week.days[0]
  const fromMs = day?.fromMs ?? 0
  const minutes = Math.round(((day?.toMs ?? 0) - fromMs) / minuteMs)
  const minute = Math.floor((ms - fromMs) / minuteMs)
  const asked = useAsked<MomentAnswer>(`/api/screens/${screen}/at?${new URLSearchParams({ at: iso })}`, news, pauseMs)
  const [from, to] = [new Date(fromMs).toISOString(), new Date(day?.toMs ?? 0).toISOString()]
  const rows = useAsked<Rows>(`/api/schedule?${new URLSearchParams({ screen, zone: 'main', from, to })}`, news)
  const looks = useMemo(() => looksOf(playlists.map(({ name }) => name)), [playlists])
  const partOf = (instantMs: number) => (instantMs - fromMs) / (minutes * minuteMs)
  // By the clocks, not by the minutes since midnight: on the days in which the clocks change these are not the same.
  const goTo = (wanted: string) => setWanted(msOfLocal(wanted, clockTime(iso, zone), zone))
  const lastDate = daysAfter(today, farthestDays - 1)
  const words = `${clockTime(iso, zone)}, ${dayName(iso, zone)}`
  const { answer, isAsking, problem } = asked
  const playing = answer?.playing
  const poster = playing?.poster ?? posters.get(playing?.asset ?? '')
  return (
    <section className="moment" aria-labelledby={`${id}-head`}>
      <h3 id={`${id}-head`}>At this moment</h3>
      <div className="moment-day">
        <Action look={date === today ? 'first' : 'plain'} onPress={() => goTo(today)}>
          Today
        </Action>
        <Action look={date === daysAfter(today, 1) ? 'first' : 'plain'} onPress={() => goTo(daysAfter(today, 1))}>
          Tomorrow
        </Action>
        <DateField
          label="Another day"
          isLabelHidden
          value={typed ?? date}
          earliest={today}
          latest={lastDate}
          onChange={(wanted) => {
            setTyped(wanted)
            if (today <= wanted && wanted <= lastDate) goTo(wanted)
          }}
          onLeave={() => setTyped(undefined)}
        />
        <output htmlFor={`${id}-slider`} className="moment-time">
          <b>{clockTime(iso, zone)}</b> {dayName(iso, zone)} <span className="path">{zone.replaceAll('_', ' ')}</span>
        </output>
      </div>
      <div className="moment-slider">
        <label htmlFor={`${id}-slider`} className="unseen">
          Time of day
        </label>
        <input
          id={`${id}-slider`}
          type="range"
          min={0}
          max={minutes - 1}
          step={stepMinutes}
          value={Math.min(Math.max(0, minute), minutes - 1)}
          aria-valuetext={words}
          onChange={({ currentTarget }) => setWanted(fromMs + Number(currentTarget.value) * minuteMs)}
        />
        <div className="moment-band" aria-hidden="true">
          {rows.answer?.rows.map((row) => {
            const look = looks.get(row.playlist)
            const [first, last] = [Math.max(0, partOf(Date.parse(row.from))), Math.min(1, partOf(Date.parse(row.to)))]
            const style = { '--from': first, '--long': last - first, '--hue': look?.hue } as CSSProperties
            return (
              <span key={row.from} style={style} data-pattern={look?.hue === undefined ? 'none' : look.pattern}>
                {last - first > leastForWords && titleOfList(row.playlist, playlists)}
              </span>
            )
          })}
        </div>
        <div className="moment-scale" aria-hidden="true">
          {['00:00', '06:00', '12:00', '18:00'].map((label) => (
            <span key={label} style={{ '--from': partOf(msOfLocal(date, label, zone)) } as CSSProperties}>
              {label}
            </span>
          ))}
        </div>
      </div>
      {answer === undefined || problem !== undefined ? (
        <p className="note" role="status">
          {problem ?? 'One moment …'}
        </p>
      ) : (
        <div className="moment-answer" data-asking={isAsking}>
          <div className="moment-playing">
            <EntryPicture entry={{ kind: 'asset', ...(poster === undefined ? {} : { poster }) }} />
            <div>
              <p className="moment-title" dir="auto">
                {playing?.title ?? 'The clinic’s card'}
              </p>
              {playing?.why !== undefined && <p className="tv-why">{playing.why}</p>}
              <p dir="auto">
                {airingWords(answer.airing, playlists)}. {becauseWords(answer.airing)}
              </p>
              {answer.isIndicative && (
                <p className="indicative">
                  The playlist is certain. Which of its items is on at that second may still move: only the next 15
                  minutes are fixed.
                </p>
              )}
            </div>
          </div>
          <div>
            <h4>Then</h4>
            <NextItems items={answer.next.slice(0, 5)} zone={zone} posters={posters} />
            {answer.ticker !== undefined && answer.ticker.length > 0 && <Ticker lines={answer.ticker} />}
          </div>
        </div>
      )}
    </section>
  )
}
