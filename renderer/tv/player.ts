/** Follows the programme: shows what is planned now, has the next item ready, and passes over what cannot be shown. */
import { isCutShort } from '../../core/course.ts'
import { endMs, type TimelineItem } from '../../core/loop.ts'
import { following, type Playable, playingAt } from '../../core/playback.ts'
import type { Programme, ProgrammeItem } from '../../core/programme.ts'
import { freshRotation } from '../../core/rotation-state.ts'
import type { PageClock } from '../shared/clock.ts'
import { type Allowed, allowedBy, isLeft } from './left.ts'
import type { PlayReport } from './play-report.ts'
import { playableOf } from './playable.ts'
import { armMs, type Layer, type Stage } from './stage.ts'

interface Showing {
  readonly entry: TimelineItem
  readonly layer: Layer
}

/** After so many failures a file is passed over … */
const mostFailures = 3
/** … until this much time has gone by; the programme may have brought a better copy. */
const quarantineMs = 600_000
const tryAgainMs = 3_000
/** A film that presents no frame for this long has stopped. */
const stalledMs = 4_000
/** Lateness that is worth making up, and how far a film may run faster or slower for it. */
const noticeableMs = 100
const mostRateChange = 0.03
/** Beyond this the plan is looked up anew: the machine slept, or the clock was set. */
const lostMs = 3_000
const shortestMs = 1_000
/** A start that moved by less is the same start. */
const samePlanMs = 500

export class Player {
  readonly #stage: Stage
  readonly #clock: PageClock
  readonly #plays: PlayReport | undefined
  readonly #failures = new Map<string, { readonly count: number; readonly atMs: number }>()
  #playable: Playable = { timeline: [], course: { segments: [], loops: new Map() }, rotation: freshRotation }
  #allowed: Allowed | undefined
  #current: Showing | undefined
  #next: (Showing & { readonly offsetMs: number }) | undefined
  /** Counts preparations: an older one that comes to its end late is ignored. */
  #round = 0
  #isChanging = false
  #timer = 0

  /** @param plays absent in a preview, which proves nothing */
  constructor(stage: Stage, clock: PageClock, plays?: PlayReport) {
    this.#stage = stage
    this.#clock = clock
    this.#plays = plays
  }

  /** Takes over a programme; what is on screen stays until its end. */
  follow(programme: Programme): void {
    this.#playable = playableOf(programme)
    this.#allowed = allowedBy(programme, this.#clock.latest())
    this.#current = this.#current && { ...this.#current, entry: this.#plannedNow(this.#current.entry) }
    this.#next = this.#next && { ...this.#next, entry: this.#plannedNow(this.#next.entry) }
    if (this.#current === undefined || this.#isCut()) this.#clock.correct()
    if (this.#isChanging) return
    const wanted = this.#wanted()
    const isReady = wanted?.item.id === this.#next?.entry.item.id && wanted?.startMs === this.#next?.entry.startMs
    if (!isReady || this.#next === undefined) this.#prepareNext()
  }

  /** The same, with the end that it has in the plan of now: a takeover may have come, or gone. */
  #plannedNow(entry: TimelineItem): TimelineItem {
    const isSame = ({ item, startMs }: TimelineItem) =>
      item.id === entry.item.id && Math.abs(startMs - entry.startMs) < samePlanMs
    return this.#playable.timeline.find(isSame) ?? entry
  }

  #wanted(): TimelineItem | undefined {
    const now = this.#clock.now()
    let candidate = this.#current === undefined ? playingAt(this.#playable, now) : this.#after(this.#current)
    const tried = new Set<string>()
    while (candidate !== undefined && this.#isQuarantined(candidate.item)) {
      if (tried.has(candidate.item.id)) return undefined
      tried.add(candidate.item.id)
      candidate = following(this.#playable, endMs(candidate))
    }
    return candidate
  }

  #after({ entry }: Showing): TimelineItem | undefined {
    if (this.#isCut()) return playingAt(this.#playable, this.#clock.now())
    const overAt = this.#clock.now() + Math.max(0, this.#endsAtMs() - performance.now())
    const lateMs = overAt - endMs(entry)
    if (Math.abs(lateMs) > lostMs) {
      const planned = playingAt(this.#playable, overAt)
      if (planned !== undefined && endMs(planned) - overAt > shortestMs) return planned
      if (planned !== undefined) return following(this.#playable, endMs(planned))
    }
    return following(this.#playable, endMs(entry))
  }

  #prepareNext(): void {
    clearTimeout(this.#timer)
    this.#round += 1
    const round = this.#round
    this.#next = undefined
    const entry = this.#wanted()
    if (entry === undefined) {
      this.#nothingToShow()
      return
    }
    const lateMs = this.#expectedLatenessMs(entry)
    const offsetMs =
      entry.item.kind === 'video' && lateMs > noticeableMs * 3 && lateMs < entry.item.durationMs - shortestMs
        ? lateMs
        : 0
    const giveUp = setTimeout(() => this.#didNotCome(entry.item, round), stalledMs * 2)
    this.#stage
      .prepare(entry.item, this.#current?.layer, offsetMs)
      .then((layer) => {
        clearTimeout(giveUp)
        if (round !== this.#round) return
        this.#next = { entry, layer, offsetMs }
        this.#waitForEnd()
      })
      .catch(() => {
        clearTimeout(giveUp)
        this.#didNotCome(entry.item, round)
      })
  }

  /** Sleeps until shortly before the switch, then looks closely. */
  #waitForEnd(): void {
    clearTimeout(this.#timer)
    const next = this.#next
    if (next === undefined) return
    const leadMs = this.#stage.leadMsOf(this.#current?.layer, next.layer) + armMs
    const restMs = this.#endsAtMs() - performance.now() - leadMs
    if (this.#current === undefined || restMs <= 0) return void this.#switch(next)
    // Looked at again at least every second: the end of a film is known better the nearer it comes.
    this.#timer = window.setTimeout(() => this.#waitForEnd(), Math.min(restMs, 1_000))
    if (this.#hasStalled()) this.#broke()
  }

  async #switch(next: Showing & { readonly offsetMs: number }): Promise<void> {
    const from = this.#current?.layer
    const atMs = this.#current === undefined ? performance.now() : this.#endsAtMs()
    const isCut = this.#isCut() || (this.#current !== undefined && isCutShort(this.#current.entry))
    this.#isChanging = true
    this.#stage.watchFrames()
    let [isShown, hasFailed] = [false, false]
    const change = { from, to: next.layer, item: next.entry.item, atMs, rate: this.#rateFor(next), isCut }
    const onShown = (shownMs: number, fadesMs: number) => {
      isShown = true
      this.#clock.correct()
      this.#plays?.begin(next.entry, next.layer, shownMs + fadesMs)
      this.#current = { ...next, entry: this.#plannedNow(next.entry) }
      this.#next = undefined
    }
    const onFail = () => {
      hasFailed = true
    }
    // Nor may a fault of our own hold the screen for ever.
    await this.#stage.change(change, onShown, onFail).catch(onFail)
    this.#isChanging = false
    if (!hasFailed) this.#prepareNext()
    else if (isShown) this.#broke()
    else this.#didNotCome(next.entry.item, this.#round)
  }

  /** When what is on screen is over, on the clock of performance.now(). */
  #endsAtMs(): number {
    const current = this.#current
    if (current === undefined || this.#isCut()) return performance.now()
    const { entry, layer } = current
    const plannedMs = performance.now() + endMs(entry) - this.#clock.now()
    if (layer.kind !== 'video') return plannedMs
    if (entry.endMs === undefined) return layer.endsAtMs()
    // Cut by a takeover, or its last frame stands until one begins.
    return isCutShort(entry) ? Math.min(layer.endsAtMs(), plannedMs) : Math.max(layer.endsAtMs(), plannedMs)
  }

  /** Whether what is on screen is to be left in the middle. */
  #isCut(): boolean {
    const { entry } = this.#current ?? {}
    return entry !== undefined && this.#allowed !== undefined && isLeft(entry, this.#allowed, this.#clock.latest())
  }

  #expectedLatenessMs(entry: TimelineItem): number {
    return this.#clock.now() + Math.max(0, this.#endsAtMs() - performance.now()) - entry.startMs
  }

  /** A few hundredths faster or slower brings a film back to its plan; nobody sees it. */
  #rateFor({ entry, offsetMs }: Showing & { readonly offsetMs: number }): number {
    const lateMs = this.#expectedLatenessMs(entry) - offsetMs
    if (Math.abs(lateMs) < noticeableMs) return 1
    const wanted = lateMs / entry.item.durationMs
    return 1 + Math.max(-mostRateChange, Math.min(mostRateChange, wanted))
  }

  #hasStalled(): boolean {
    const layer = this.#current?.layer
    return layer?.kind === 'video' && !layer.element.ended && performance.now() - layer.lastFrameMs > stalledMs
  }

  /** What is on screen goes no further: it is taken away, and what comes next comes now. */
  #broke(): void {
    const current = this.#current
    if (current === undefined) return
    // What was prepared is not to come in the middle of this.
    clearTimeout(this.#timer)
    this.#round += 1
    this.#next = undefined
    this.#current = undefined
    this.#countFailure(current.entry.item)
    this.#plays?.broke()
    void this.#stage.clear(current.layer).finally(() => this.#prepareNext())
  }

  /** What was to come cannot: it is tried again, then passed over; what is on screen stays, though it be the same film. */
  #didNotCome(item: ProgrammeItem, round: number): void {
    if (round !== this.#round) return
    const failures = this.#countFailure(item)
    if (failures === mostFailures) this.#plays?.missed(item)
    this.#round += 1
    this.#timer = window.setTimeout(() => this.#prepareNext(), failures === 1 ? 0 : tryAgainMs / 10)
  }

  /** @returns how many there are now */
  #countFailure({ file }: ProgrammeItem): number {
    const count = (this.#failures.get(file)?.count ?? 0) + 1
    this.#failures.set(file, { count, atMs: performance.now() })
    return count
  }

  #isQuarantined(item: ProgrammeItem): boolean {
    const failure = this.#failures.get(item.file)
    if (failure === undefined) return false
    if (performance.now() - failure.atMs < quarantineMs) return failure.count >= mostFailures
    this.#failures.delete(item.file)
    return false
  }

  /** The card comes back when the item on screen is over; what may come is looked for again. */
  #nothingToShow(): void {
    const current = this.#current
    const restMs = current === undefined ? 0 : this.#endsAtMs() - performance.now()
    this.#timer = window.setTimeout(
      () => {
        if (current !== undefined && current === this.#current && this.#next === undefined) {
          this.#current = undefined
          this.#plays?.end()
          void this.#stage.clear(current.layer)
        }
        this.#prepareNext()
      },
      current === undefined ? tryAgainMs : Math.max(0, restMs),
    )
  }
}
