/** The line along the bottom: why somebody else may come first, what is late, who is wanted at the desk; and the time. */
import type { ReactElement } from 'react'
import { type BoardWords, missingWords, wordsIn } from '../../core/board-words.ts'
import type { BoardSnapshot } from '../../core/queue-contract.ts'
import { widestCode } from '../../core/ticket-code.ts'
import { boxStyle, codesOn } from './called-row.tsx'
import type { Geometry } from './geometry.ts'
import { widthOf } from './measure.ts'
import { isWhole, linesThatFit, pagesOf, partsThatFit, useTurns } from './pages.ts'

/** Long enough to read the longest line twice. */
const lineMs = 4_500

interface Line {
  readonly text: string
  readonly direction: BoardWords['direction'] | 'auto'
}

/**
 * All there is to say, each in every language before the next.
 *
 * @param fits whether something can be shown at once: codes are never parted from what is asked of them
 */
export function sentencesFor(
  board: BoardSnapshot,
  languages: readonly string[],
  fits: (text: string) => boolean,
): readonly Line[] {
  const all = languages.map(wordsIn)
  const whole = (text: string, brief: string) => (isWhole(text, fits) ? text : brief)
  const inEach = (say: (words: BoardWords) => string): readonly Line[] =>
    all.map((words) => ({ text: say(words), direction: words.direction }))
  const { delay, later = [], missing, waiting } = board
  // Who is late has been said with the minutes already.
  const reasons = later.filter((reason) => delay === undefined || reason !== 'provider-away')
  const widest = widestCode(codesOn(board))
  const together = [3, 2, 1].find((count) =>
    all.every((words) => fits(missingWords(Array<string>(count).fill(widest), words))),
  )
  return [
    ...inEach(({ order, orderBrief }) => whole(order, orderBrief)),
    ...pagesOf(missing, () => 1, together ?? 1).flatMap((codes) => inEach((words) => missingWords(codes, words))),
    ...(delay === undefined ? [] : inEach((words) => whole(words.delay(delay), words.delayBrief(delay)))),
    ...reasons.flatMap((reason) =>
      inEach(({ later, awayBrief }) =>
        reason === 'provider-away' && awayBrief !== undefined ? whole(later[reason], awayBrief) : later[reason],
      ),
    ),
    ...(waiting.some(({ shown }) => shown.kind === 'over') ? inEach(({ forgotten }) => forgotten) : []),
  ]
}

interface RowState {
  readonly board: BoardSnapshot
  readonly languages: readonly string[]
  readonly geometry: Geometry
  readonly time: string
  /** What is scheduled for the foot of the screen. */
  readonly ticker: readonly string[]
}

/** The queue's own sentences come first, and again before each of the others. */
function withTicker(own: readonly Line[], ticker: readonly string[]): readonly Line[] {
  if (ticker.length === 0) return own
  return ticker.flatMap((text) => [...own, { text, direction: 'auto' }] satisfies Line[])
}

export function SentenceRow({ board, languages, geometry, time, ticker }: RowState): ReactElement {
  const { sentence: box, text, isStanding } = geometry
  const demo = board.demo ? widthOf('Demo', 600, text) + text * 0.5 : 0
  const clock = widthOf('00:00', 500, text)
  // On a screen that stands, one stands above the other.
  const beside = isStanding ? Math.max(demo, clock) : clock + (demo === 0 ? 0 : demo + text * 0.5)
  // A hair less: letters are measured one by one, and drawn together.
  const width = (box.width - beside - text * 0.7) * 0.99
  const rows = isStanding ? 2 : 1
  const linesOf = (part: string) => linesThatFit(part, (line) => widthOf(line, 500, text) <= width)
  const fits = (part: string) => linesOf(part).length <= rows
  const parts = withTicker(sentencesFor(board, languages, fits), ticker).flatMap(({ text: sentence, direction }) =>
    partsThatFit(sentence, fits).map((part) => ({ part, direction })),
  )
  const shown = parts[useTurns(parts.length, lineMs)]
  return (
    <footer className="queue-sentence" style={boxStyle(box)}>
      <p className="queue-order" dir={shown?.direction} style={{ width: width / 0.99 }}>
        {(shown === undefined ? [] : linesOf(shown.part)).map((line) => (
          <span key={line}>{line}</span>
        ))}
      </p>
      <span className="queue-clock">
        {board.demo && <span className="queue-demo">Demo</span>}
        <span className="queue-time">{time}</span>
      </span>
    </footer>
  )
}
