/** What lies over the media: the queue around it, a call over everything, a word of the desk, nothing when there is no queue. */
import { type CSSProperties, type ReactElement, useEffect, useRef, useState } from 'react'
import type { Playable } from '../../core/playback.ts'
import type { BoardSnapshot } from '../../core/queue-contract.ts'
import { clockTime } from '../shared/clinic-time.ts'
import type { PageClock } from '../shared/clock.ts'
import { announcedLanguages, useAnnouncement } from './announcements.ts'
import { useBoard } from './board.ts'
import { type Geometry, geometryOf, type Size, sideBySide, wholeOf } from './geometry.ts'
import { useLetters } from './measure.ts'
import { MessageBand } from './message-band.tsx'
import { openingWords } from './opening.ts'
import type { Sentence } from './playable.ts'
import { QueuePanel, StalePanel } from './queue-panel.tsx'
import type { Speaker } from './speaker.ts'
import { Takeover } from './takeover.tsx'
import { TickerBand, tickerHeight, tickerSentences } from './ticker.tsx'
import { messageNow, useTv } from './tv-link.ts'
import { driftAt, sideOn } from './wander.ts'

interface OverlayProps {
  readonly screen: string
  readonly clock: PageClock
  readonly zone: string | undefined
  readonly speaker: Speaker
  /** Told of every snapshot of the queue. */
  readonly onBoard: (board: BoardSnapshot) => void
  /** Undefined when nothing is scheduled for the foot of the screen. */
  readonly ticker: Playable<Sentence> | undefined
}

export function Overlay({ screen, clock, zone = 'UTC', speaker, onBoard, ticker }: OverlayProps): ReactElement {
  const root = useRef<HTMLDivElement>(null)
  const size = useSize(root)
  const state = useBoard(screen, clock, onBoard)
  const tv = useTv()
  useEverySecond()
  useLetters()
  const now = clock.latest()
  const board = state.kind === 'live' ? state.board : undefined
  const call = useAnnouncement(board?.called ?? [], clock)
  const { languages } = tv
  const geometry = geometryOf(size, tv.room, sideOn(now, zone))
  const hasQueue = state.kind === 'live' || state.kind === 'stale'
  const sentences = tickerSentences(ticker, now)
  const foot = !hasQueue && sentences.length > 0 ? tickerHeight(geometry) : 0
  const above = { x: 0, y: 0, width: size.width, height: size.height - foot }
  const beside = call !== undefined && tv.calls === 'side' ? sideBySide(size, geometry) : undefined
  useFilmPlace(hasQueue ? (beside?.film ?? geometry.film) : foot > 0 ? above : undefined)
  // Each second: films may be heard again at a certain one.
  useEffect(() => speaker.follow(tv, clock.latest()))
  useEffect(() => {
    if (call !== undefined) speaker.announce(call, announcedLanguages(call, languages), clock.latest())
  }, [speaker, call, languages, clock])
  const message = messageNow(tv, now)
  const whole = hasQueue ? geometry : { ...geometry, film: above }
  const style = { '--text-size': `${geometry.text}px`, '--code-size': `${geometry.code}px`, ...driftAt(now, size) }
  return (
    <div
      ref={root}
      className="overlay"
      style={style as CSSProperties}
      data-standing={geometry.isStanding}
      data-call={beside === undefined ? undefined : 'beside'}
    >
      {size.width > 0 && (
        <>
          {state.kind === 'stale' && <StalePanel geometry={geometry} languages={languages} />}
          {board !== undefined && (
            <QueuePanel
              {...{ board, languages, geometry, now, zone }}
              time={clockTime(new Date(now).toISOString(), zone)}
              ticker={sentences}
            />
          )}
          {foot > 0 && ticker !== undefined && <TickerBand {...{ ticker, now, geometry }} screen={size} />}
          {message !== undefined && <MessageBand text={message} geometry={whole} />}
          {message === undefined && state.kind === 'closed' && (
            <MessageBand {...openingWords(state.opensAt, languages, now, zone)} geometry={whole} />
          )}
          {call !== undefined && board !== undefined && (
            <Takeover
              key={`${call.code}${call.announceFrom}`}
              call={call}
              roomName={board.rooms[call.room] ?? call.room}
              languages={announcedLanguages(call, languages)}
              box={beside?.call ?? wholeOf(size)}
              screen={size}
              geometry={geometry}
            />
          )}
        </>
      )}
    </div>
  )
}

/** The film makes room for the queue and for the foot of the screen, and takes it back. */
function useFilmPlace(film: Geometry['film'] | undefined): void {
  const { x, y, width, height } = film ?? { x: 0, y: 0, width: 0, height: 0 }
  useEffect(() => {
    const { style, dataset } = document.documentElement
    dataset.queue = width === 0 ? 'none' : 'beside'
    style.setProperty('--film-x', `${x}px`)
    style.setProperty('--film-y', `${y}px`)
    style.setProperty('--film-width', `${width}px`)
    style.setProperty('--film-height', `${height}px`)
  }, [x, y, width, height])
}

function useSize(root: { readonly current: HTMLElement | null }): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  useEffect(() => {
    if (root.current === null) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setSize({ width: entry.contentRect.width, height: entry.contentRect.height })
    })
    observer.observe(root.current)
    return () => observer.disconnect()
  }, [root])
  return size
}

/** Time goes on, and so do what is shown of it and what ends by itself. */
function useEverySecond(): void {
  const [, setTurn] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setTurn((turn) => turn + 1), 1_000)
    return () => clearInterval(timer)
  }, [])
}
