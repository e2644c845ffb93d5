/** What plays for a while on one day: colour, pattern and name of its playlist, and what comes in between. */
import type { CSSProperties, KeyboardEventHandler, ReactElement, ReactNode } from 'react'
import { clockTime } from '../../shared/clinic-time.ts'
import { Icon } from '../icons.tsx'
import type { Look } from '../looks.ts'
import type { PlaylistLine } from '../programming.ts'
import { titleOfList } from '../programming.ts'
import { airingWords } from './schedule-words.ts'
import type { Piece } from './week.ts'

interface BlockState {
  readonly piece: Piece
  readonly looks: ReadonlyMap<string, Look>
  readonly title: string
  readonly zone: string
  readonly playlists: readonly PlaylistLine[]
  /** Whether it comes of a schedule that is not saved yet. */
  readonly isChanged: boolean
  readonly onPress: () => void
  readonly onKeyDown: KeyboardEventHandler<HTMLElement>
}

/** Below this there is no room for words, minutes. */
const leastForWords = 40

export function Block(state: BlockState): ReactElement {
  const { piece, looks, title, zone, playlists, isChanged, onPress, onKeyDown } = state
  const { row, top, bottom } = piece
  const { kind } = row.because
  const turns = row.with.filter(({ share }) => share === undefined)
  const between = row.with.filter(({ share }) => share !== undefined)
  const look = looks.get(row.playlist)
  const times = timesOf(piece, zone)
  const style = {
    '--top': top,
    '--long': bottom - top,
    ...(look?.hue === undefined ? {} : { '--hue': look.hue }),
  } as CSSProperties
  const said = [
    `${times}: ${airingWords(row, playlists)}`,
    ...(kind === 'takeover' ? ['urgent'] : []),
    ...(isChanged ? ['would change'] : []),
  ].join(', ')
  return (
    <button
      type="button"
      className="block"
      style={style}
      data-kind={kind}
      data-pattern={look?.hue === undefined ? 'none' : look.pattern}
      data-changed={isChanged}
      data-small={bottom - top < leastForWords}
      aria-label={said}
      title={`${times} ${airingWords(row, playlists)}`}
      onClick={onPress}
      onKeyDown={onKeyDown}
    >
      <span className="block-words">
        <b dir="auto">
          {kind === 'takeover' && <Icon name="urgent" size={16} />}
          {title}
        </b>
        {turns.map(({ playlist }) => (
          <span key={playlist} className="block-turn" dir="auto">
            and {titleOfList(playlist, playlists)}
          </span>
        ))}
        {between.map(({ playlist, share }) => (
          <Between key={playlist} look={looks.get(playlist)}>
            {share} % {titleOfList(playlist, playlists)}
          </Between>
        ))}
      </span>
    </button>
  )
}

interface BetweenState {
  readonly look: Look | undefined
  readonly children: ReactNode
}

/** What comes in between, as a mark in its own colour and pattern. */
const Between = ({ look, children }: BetweenState): ReactElement => (
  <span
    className="block-between"
    style={look?.hue === undefined ? undefined : ({ '--hue': look.hue } as CSSProperties)}
    data-pattern={look?.hue === undefined ? 'none' : look.pattern}
  >
    <span dir="auto">{children}</span>
  </span>
)

/** `08:00–12:00`; a day ends at 24:00, not at 00:00. */
export function timesOf({ fromMs, toMs }: Pick<Piece, 'fromMs' | 'toMs'>, zone: string): string {
  const time = (ms: number) => clockTime(new Date(ms).toISOString(), zone)
  const end = time(toMs)
  return `${time(fromMs)}–${end === '00:00' ? '24:00' : end}`
}
