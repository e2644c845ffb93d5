/** Sentences at the foot of the screen, one after another, each faded in where the last one stood: nothing scrolls. */
import type { CSSProperties, ReactElement } from 'react'
import { segmentAt } from '../../core/course.ts'
import { keptTogether } from '../../core/kept-together.ts'
import { endMs } from '../../core/loop.ts'
import { type Playable, playingAt } from '../../core/playback.ts'
import type { Geometry, Size } from './geometry.ts'
import { widthOf } from './measure.ts'
import { partsThatFit } from './pages.ts'
import type { Sentence } from './playable.ts'
import './ticker.css'

const weight = 600
/** Of the letters: above and below them. */
const air = 0.42
const lineHeight = 1.2
/** Of the letters: the mark before a sentence. */
const mark = 0.7

/** What may be said now, each once: beside the queue these take turns with the queue's own sentences. */
export function tickerSentences(ticker: Playable<Sentence> | undefined, now: number): readonly string[] {
  if (ticker === undefined) return []
  const { mix } = segmentAt(ticker.course, now)
  const loops = [...mix.turns, ...mix.shares.map(({ loop }) => loop)]
  return [
    ...new Set(
      loops.flatMap((loop) => ticker.course.loops.get(loop)?.places ?? []).map(({ text }) => keptTogether(text)),
    ),
  ]
}

/** How much of the screen the band takes; the film has the rest, so that nothing of it is covered. */
export const tickerHeight = ({ text, margin }: Geometry): number => (lineHeight + 2 * air) * text + margin.y * 0.7

interface BandState {
  readonly ticker: Playable<Sentence>
  /** Milliseconds since 1970 UTC. */
  readonly now: number
  readonly screen: Size
  readonly geometry: Geometry
}

/** The band under a film that has the screen to itself. A sentence too long for a line comes in parts. */
export function TickerBand({ ticker, now, screen, geometry }: BandState): ReactElement {
  const { text: size, margin } = geometry
  const width = (screen.width - 2 * margin.x - mark * size) * 0.99
  const entry = playingAt(ticker, now)
  const parts = partsThatFit(keptTogether(entry?.item.text ?? ''), (part) => widthOf(part, weight, size) <= width)
  const share = entry === undefined ? 0 : (now - entry.startMs) / (endMs(entry) - entry.startMs)
  const at = Math.min(parts.length - 1, Math.max(0, Math.floor(share * parts.length)))
  const style = {
    height: tickerHeight(geometry),
    padding: `${air * size}px ${margin.x}px ${air * size + margin.y * 0.7}px`,
    fontSize: size,
    lineHeight,
  } satisfies CSSProperties
  return (
    <aside className="ticker" style={style}>
      {entry !== undefined && (
        // The only sentence there is does not fade into itself.
        <p key={parts[at]} dir="auto">
          {parts[at]}
        </p>
      )}
    </aside>
  )
}
