/** Proof of play: what was on the display, from when, for how long by its frames, and whether it was seen whole. */
import type { TimelineItem } from '../../core/loop.ts'
import type { Play, PlayOutcome } from '../../core/play.ts'
import { longestTitle } from '../../core/play-limits.ts'
import type { ProgrammeItem } from '../../core/programme.ts'
import type { PageClock } from '../shared/clock.ts'
import { randomId } from '../shared/press.ts'
import { lookAtDisplay, PresentedTime } from './presented-time.ts'
import type { Layer } from './stage.ts'

/** What is missing at an end for a fade or a late start is not missed by anybody. */
const leastShareMissed = 0.1
const leastMissedMs = 1_000

interface Begun {
  readonly entry: TimelineItem
  readonly layer: Layer
  readonly startedAt: number
  readonly waiting: number | undefined
  readonly time: PresentedTime
  readonly stopLooking: () => void
  /** Of a film: its own time at the first frame that was seen, and at the last. */
  media: { readonly fromMs: number; readonly toMs: number } | undefined
}

interface Parts {
  readonly screen: string
  readonly clock: PageClock
  /** How many patients wait now; undefined when nobody knows. */
  readonly waiting: () => number | undefined
  readonly send: (play: Play) => void
}

export class PlayReport {
  readonly #parts: Parts
  #begun: Begun | undefined

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Something has come; what was before it is over. @param atMs when it is all there, on the clock of performance.now() */
  begin(entry: TimelineItem, layer: Layer, atMs: number): void {
    this.end(atMs)
    const { clock, waiting } = this.#parts
    const time = new PresentedTime(layer.kind, atMs)
    const begun: Begun = {
      ...{ entry, layer, time, media: undefined },
      startedAt: clock.now() + atMs - performance.now(),
      waiting: waiting(),
      stopLooking: layer.kind === 'image' ? lookAtDisplay((frameMs) => time.frame(frameMs)) : () => {},
    }
    if (layer.kind === 'video') {
      layer.onPresented = (frameMs, mediaMs) => {
        time.frame(frameMs)
        begun.media = { fromMs: begun.media?.fromMs ?? mediaMs, toMs: mediaMs }
      }
    }
    this.#begun = begun
  }

  /** It is over, to its end or not: that is seen by what was presented. */
  end(atMs = performance.now()): void {
    this.#finish(atMs)
  }

  /** What is on the display has broken. */
  broke(): void {
    this.#finish(performance.now(), 'failed')
  }

  /** It was to come and could not be shown, however often it was tried. */
  missed(item: ProgrammeItem): void {
    this.#tell({ item }, { startedAt: this.#parts.clock.now(), presentedMs: 0, outcome: 'failed', waiting: undefined })
  }

  #finish(atMs: number, outcome?: PlayOutcome): void {
    const begun = this.#begun
    if (begun === undefined) return
    this.#begun = undefined
    begun.stopLooking()
    if (begun.layer.kind === 'video') begun.layer.onPresented = () => {}
    begun.time.frame(atMs)
    const { entry, startedAt, waiting } = begun
    const presentedMs = begun.time.ms
    this.#tell(entry, { startedAt, waiting, presentedMs, outcome: outcome ?? (isWhole(begun) ? 'whole' : 'cut') })
  }

  #tell(
    { item, startMs }: { readonly item: ProgrammeItem; readonly startMs?: number },
    { startedAt, presentedMs, outcome, waiting }: Pick<Begun, 'startedAt' | 'waiting'> & Told,
  ): void {
    const { screen, send } = this.#parts
    const started = Math.round(startedAt)
    send({
      // The time first: what is written in a row lies in a row.
      id: `${started.toString(36).padStart(9, '0')}-${randomId()}`,
      ...{ screen, zone: 'main', asset: item.assetId, title: [...item.title].slice(0, longestTitle).join('') },
      kind: item.kind,
      startedAt: isoOf(started),
      ...(startMs === undefined ? {} : { plannedAt: isoOf(startMs) }),
      ...{ durationMs: item.durationMs, presentedMs, outcome },
      ...(waiting === undefined ? {} : { waiting }),
    })
  }
}

interface Told {
  readonly presentedMs: number
  readonly outcome: PlayOutcome
}

/** A film by its own time, since it may run a little faster to make up for lateness; a picture by the clock. */
function isWhole({ entry, media, time, layer }: Begun): boolean {
  const { durationMs } = entry.item
  const seenMs = layer.kind === 'video' ? (media === undefined ? 0 : media.toMs - media.fromMs) : time.ms
  return durationMs - seenMs <= Math.max(leastMissedMs, durationMs * (layer.kind === 'video' ? 0 : leastShareMissed))
}

const isoOf = (ms: number): string => new Date(ms).toISOString()
