/** Recomputes each screen's programme when library, playlists, schedules, brand or time ask for it, and publishes what differs. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Course } from '../core/course.ts'
import type { Demand } from '../core/demand.ts'
import { leaningOf } from '../core/leaning.ts'
import { endMs } from '../core/loop.ts'
import type { Wall } from '../core/opening.ts'
import type { ProgrammeItem } from '../core/programme.ts'
import type { Turn } from '../core/rotation.ts'
import { freshRotation, rotationAlone } from '../core/rotation-state.ts'
import { type Airing, airingAt, nextChangeAfter, type Plan } from '../core/schedule.ts'
import { continueTimeline, cutTimeline, type Timeline } from '../core/timeline.ts'
import type { BrandFile } from './brand-file.ts'
import { type Clock, isoOf, wallIn } from './clock.ts'
import type { Database } from './database.ts'
import { reasonOf } from './fault.ts'
import type { Loops } from './loops.ts'
import { type Outlook, outlookOf } from './outlook.ts'
import { PlaylistTroubles } from './playlist-troubles.ts'
import type { Problems } from './problems.ts'
import { type Written, writtenProgramme, writtenSegments } from './programme-text.ts'
import { Timelines } from './timelines.ts'

// Also what survives sleep, clock steps and the end of the timeline.
const everyMs = 30_000
// A folder of a thousand files arrives as a thousand changes.
const gatherMs = 100
/** At most this share of the hub's time goes into programmes while files keep coming: one part in ten. */
const restPerWork = 9

const about = 'programme'

interface Sources {
  readonly database: Database
  readonly clock: Clock
  readonly loops: Loops
  /** What is scheduled. */
  readonly plan: () => Plan
  readonly brand: BrandFile
  readonly problems: Problems
  /** Whether an asset is a film of words: what it says is taken off at once when nobody stands for it any more. */
  readonly isOfWords: (assetId: string) => boolean
  /** Tells in the moment when something that was shown is taken off: hidden because it is out of date, or gone. */
  readonly onTakenOff: (listener: (assetId: string) => void) => void
  /** What those who wait came for; undefined while that decides nothing. */
  readonly wishes?: () => Wishes | undefined
}

export interface Wishes {
  readonly demand: Demand
  readonly usualWaitMs: number
}

export interface NextPlay {
  /** Milliseconds since 1970 UTC. */
  readonly atMs: number
  readonly screen: string
}

export class Programmer {
  readonly screens: readonly string[]
  readonly #sources: Sources
  readonly #wall: Wall
  readonly #timelines: Timelines
  readonly #troubles: PlaylistTroubles
  readonly #outlooks = new Map<string, Outlook>()
  readonly #programmes = new Map<string, Written>()
  readonly #cuts = new Map<string, string>()
  readonly #listeners = new Set<(screen: string) => void>()
  readonly #refreshListeners = new Set<() => void>()
  #timer: NodeJS.Timeout | undefined
  #gathering: NodeJS.Timeout | undefined
  #lastTookMs = 0
  #refreshes = 0
  /** Before the start nobody knows what is scheduled. */
  #isOpen = false
  #unsaved: readonly { readonly message: string }[] = []

  /** @param screens how many logical displays there are; their ids are screen-1 … */
  constructor(screens: number, sources: Sources) {
    this.#sources = sources
    this.#wall = wallIn(sources.clock.zone)
    this.screens = Array.from({ length: screens }, (_, index) => `screen-${index + 1}`)
    this.#troubles = new PlaylistTroubles(sources.problems)
    this.#timelines = new Timelines(sources.database, this.screens)
  }

  start(): void {
    this.#isOpen = true
    this.#sources.loops.look()
    for (const screen of this.screens) this.#programme(screen)
    this.#troubles.tell(this.#sources.loops, this.#outlooks.values())
    this.#sources.onTakenOff((assetId) => this.#leaveAtOnce(assetId))
    // Nothing is warm yet: the first time says little about the next.
    this.#lastTookMs = 0
    this.#waitForNext()
  }

  close(): void {
    this.#isOpen = false
    clearTimeout(this.#timer)
    clearTimeout(this.#gathering)
  }

  onChange(listener: (screen: string) => void): void {
    this.#listeners.add(listener)
  }

  /** Told whenever everything has been looked at anew. */
  onRefresh(listener: () => void): void {
    this.#refreshListeners.add(listener)
  }

  programmeOf(screen: string): Written | undefined {
    return this.#programmes.get(screen)
  }

  timelineOf(screen: string): Timeline {
    return this.#timelines.of(screen)
  }

  outlookOf(screen: string): Outlook | undefined {
    return this.#outlooks.get(screen)
  }

  /** What is scheduled for a screen at an instant, whether or not there is anything of it to show. */
  airingOn(screen: string, atMs = this.#sources.clock.now()): Airing {
    return airingAt(this.#sources.plan(), screen, 'main', atMs)
  }

  /** When and where an asset is next to be seen; by asset id. */
  nextPlays(): ReadonlyMap<string, NextPlay> {
    const now = this.#sources.clock.now()
    const next = new Map<string, NextPlay>()
    for (const [screen, timeline] of this.#timelines.all()) {
      for (const { item, startMs: atMs } of timeline) {
        if (atMs >= now && atMs < (next.get(item.assetId)?.atMs ?? Number.POSITIVE_INFINITY))
          next.set(item.assetId, { atMs, screen })
      }
    }
    return next
  }

  /** What a screen is to show at this moment. */
  playingOn(screen: string): Turn | undefined {
    const now = this.#sources.clock.now()
    return this.#timelines.of(screen).find((entry) => entry.startMs <= now && endMs(entry) > now)
  }

  /** Leaves what is on the screens at once, in the middle of it. @param isLeft asked of what is on each screen */
  cut(isLeft: (item: ProgrammeItem) => boolean): void {
    // What is computed at the moment knows nothing of this.
    this.#refreshes += 1
    this.#sources.loops.look()
    const now = this.#sources.clock.now()
    try {
      for (const screen of this.screens) {
        const before = this.#timelines.of(screen)
        const { course } = this.#lookAhead(screen, now)
        const { timeline, isCut } = cutTimeline(before, this.#leant(course, now), now, ({ item }) => isLeft(item))
        if (isCut) this.#cuts.set(screen, isoOf(now))
        this.#save(screen, timeline)
        this.#programme(screen)
      }
    } finally {
      // A computation that was under way has given up, and with it the next look.
      this.#waitForNext()
    }
  }

  /** Asks for a new computation soon; many askings at once make one. */
  refreshSoon(): void {
    if (!this.#isOpen) return
    this.#gathering ??= setTimeout(() => void this.#look(), Math.max(gatherMs, restPerWork * this.#lastTookMs))
  }

  /** Nobody waits for it who could be told of a fault: the screens go on by themselves, and the next look tries again. */
  async #look(): Promise<void> {
    try {
      await this.#refresh()
      this.#sources.problems.set(about, this.#unsaved)
    } catch (cause) {
      console.error('What the screens play could not be computed:', cause)
      const message = `What the screens play could not be computed (${reasonOf(cause)}). They go on as they were told before; it is tried again every half minute.`
      this.#sources.problems.set(about, [{ message }])
      clearTimeout(this.#timer)
      if (this.#isOpen) this.#timer = setTimeout(() => void this.#look(), everyMs)
    }
  }

  /** A disk that takes nothing does not keep the screens from being told. */
  #save(screen: string, timeline: Timeline): void {
    try {
      this.#timelines.save(screen, timeline)
      this.#unsaved = []
    } catch (cause) {
      const message = `What the screens play could not be written down (${reasonOf(cause)}). They play on; after a restart they may begin elsewhere.`
      this.#unsaved = [{ message }]
    }
  }

  /** One step after another, and what else waits goes between: with five thousand items, each takes a while. */
  async #refresh(): Promise<void> {
    clearTimeout(this.#gathering)
    this.#gathering = undefined
    let beganAt = performance.now()
    this.leaveWithdrawn()
    this.#refreshes += 1
    const own = this.#refreshes
    let tookMs = performance.now() - beganAt
    for (const screen of this.screens) {
      await nextTurn()
      // A later computation knows better, and sees to all screens.
      if (!this.#isOpen || own !== this.#refreshes) return
      beganAt = performance.now()
      this.#programme(screen)
      tookMs += performance.now() - beganAt
    }
    this.#troubles.tell(this.#sources.loops, this.#outlooks.values())
    for (const listener of this.#refreshListeners) listener()
    this.#lastTookMs = tookMs
    this.#waitForNext()
  }

  /**
   * Leaves a film whose words were changed, or whose check was taken back, in the middle of it; of one that still plays as
   * pictures, all of them. Whoever takes something back asks for it at once: a computation may have to rest first.
   */
  leaveWithdrawn(): void {
    const { loops, isOfWords, clock } = this.#sources
    loops.look()
    const isWithdrawn = ({ assetId }: ProgrammeItem) => isOfWords(assetId) && !loops.mayShow(assetId)
    if (this.#timelines.isOnScreen(clock.now(), isWithdrawn)) this.cut(isWithdrawn)
  }

  #leaveAtOnce(assetId: string): void {
    // Thousands of files may go, few of which are on a screen.
    const isIt = (item: ProgrammeItem) => item.assetId === assetId
    if (!this.#isOpen || !this.#timelines.isOnScreen(this.#sources.clock.now(), isIt)) return
    try {
      this.leaveWithdrawn()
    } catch {
      // The computation that every change asks for says what is wrong.
    }
  }

  /** Until something else is scheduled, but not long. */
  #waitForNext(): void {
    clearTimeout(this.#timer)
    const now = this.#sources.clock.now()
    const plan = this.#sources.plan()
    const changes = this.screens.flatMap((screen) =>
      (['main', 'ticker'] as const).map((zone) => nextChangeAfter(plan, screen, zone, now) - now),
    )
    this.#timer = setTimeout(() => void this.#look(), Math.max(1, Math.min(everyMs, ...changes)))
  }

  #lookAhead(screen: string, now: number): Outlook {
    const { loops, plan } = this.#sources
    const last = this.#timelines.of(screen).at(-1)
    const sinceMs = last === undefined ? now : endMs(last)
    const outlook = outlookOf(screen, now, sinceMs, { loops, plan: plan(), wall: this.#wall })
    this.#outlooks.set(screen, outlook)
    return outlook
  }

  /** As this hub draws it up; what a screen plays by itself is told without it. */
  #leant(course: Course, now: number): Course {
    const wishes = this.#sources.wishes?.()
    if (wishes === undefined) return course
    const sources = {
      ...{ fromMs: now, visitMs: wishes.usualWaitMs, loops: course.loops.keys() },
      aboutIn: (name: string) => this.#sources.loops.of(name).about,
    }
    return { ...course, leaning: leaningOf(wishes.demand, sources) }
  }

  #programme(screen: string): void {
    const now = this.#sources.clock.now()
    const { course, fromMs, ticker } = this.#lookAhead(screen, now)
    const before = this.#timelines.of(screen)
    const timeline = continueTimeline(before, this.#leant(course, now), now)
    const known = this.#programmes.get(screen)
    const cutAt = this.#cuts.get(screen)
    const head = {
      ...{ screen, brand: this.#sources.brand.current(), zone: this.#sources.clock.zone },
      ...(cutAt === undefined ? {} : { cutAt }),
      segments: writtenSegments(course.segments, fromMs),
      rotation: rotationAlone(timeline.at(-1)?.after ?? freshRotation, course),
      ...(ticker === undefined ? {} : { ticker }),
    }
    const programme = writtenProgramme({ head, timeline, loops: course.loops }, known)
    if (timeline !== before) this.#save(screen, timeline)
    if (programme.revision === known?.revision) return
    this.#programmes.set(screen, programme)
    for (const listener of this.#listeners) listener(screen)
  }
}
