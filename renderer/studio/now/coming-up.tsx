/** What comes next on a screen, with its pictures and times. */
import type { ReactElement } from 'react'
import { clockTime } from '../../shared/clinic-time.ts'
import { EntryPicture } from '../playlists/entry-picture.tsx'
import type { MomentAnswer, NextItem, PlaylistLine } from '../programming.ts'
import { airingWords, becauseWords } from '../schedule/schedule-words.ts'
import { lengthOf } from '../words.ts'

interface ComingState {
  readonly answer: MomentAnswer | undefined
  readonly problem: string | undefined
  readonly zone: string
  readonly playlists: readonly PlaylistLine[]
  readonly posters: ReadonlyMap<string, string>
}

export function ComingUp({ answer, problem, zone, playlists, posters }: ComingState): ReactElement {
  return (
    <section className="coming-up" aria-labelledby="coming-up">
      <h3 id="coming-up">Coming up</h3>
      {answer === undefined ? (
        <p className="note" role="status">
          {problem ?? 'One moment …'}
        </p>
      ) : (
        <>
          <p className="now-why">
            <b dir="auto">{airingWords(answer.airing, playlists)}</b>. {becauseWords(answer.airing)}
          </p>
          <NextItems items={answer.next} zone={zone} posters={posters} />
          {answer.ticker !== undefined && answer.ticker.length > 0 && <Ticker lines={answer.ticker} />}
        </>
      )}
    </section>
  )
}

interface ItemsState {
  readonly items: readonly NextItem[]
  readonly zone: string
  /** Pictures by asset. */
  readonly posters: ReadonlyMap<string, string>
}

export function NextItems({ items, zone, posters }: ItemsState): ReactElement {
  if (items.length === 0)
    return <p className="note">Nothing that can be shown: the clinic’s card stands on the screen.</p>
  const times = items.map(({ startsAt }) => clockTime(startsAt, zone))
  return (
    <ol className="next-items">
      {items.map(({ title, startsAt, durationMs, asset, why, poster = posters.get(asset) }, at) => (
        <li key={startsAt}>
          <time dateTime={startsAt} data-again={at > 0 && times[at] === times[at - 1]}>
            {times[at]}
          </time>
          <EntryPicture entry={{ kind: 'asset', ...(poster === undefined ? {} : { poster }) }} />
          <span dir="auto">
            {title}
            {why !== undefined && <small className="next-why">{why}</small>}
          </span>
          {durationMs !== undefined && <span className="path">{lengthOf(durationMs)}</span>}
        </li>
      ))}
    </ol>
  )
}

export const Ticker = ({ lines }: { readonly lines: readonly string[] }): ReactElement => (
  <div className="ticker-lines">
    <p className="path">Ticker</p>
    <ul>
      {lines.map((line) => (
        <li key={line} dir="auto">
          {line}
        </li>
      ))}
    </ul>
  </div>
)
