/** What a screen shows at an instant from now on: exactly while it is promised, as far as anybody can tell beyond that. */
import { daysAfter } from '../core/calendar-date.ts'
import type { Course } from '../core/course.ts'
import { encoreWords } from '../core/demand.ts'
import { isoOfMs } from '../core/instant.ts'
import { endMs, showLength } from '../core/loop.ts'
import { farthestDays } from '../core/moment-reach.ts'
import type { Wall } from '../core/opening.ts'
import type { MomentAnswer } from '../core/playlist-contract.ts'
import { type Turn, turnsOf } from '../core/rotation.ts'
import { freshRotation } from '../core/rotation-state.ts'
import { type Airing, airingAt, type Plan, rowsBetween } from '../core/schedule.ts'
import { type Clock, wallIn } from './clock.ts'
import type { Loops } from './loops.ts'
import { courseFrom } from './outlook.ts'
import type { Programmer } from './programmer.ts'

const dayMs = 24 * 3_600_000
/** Beyond this the loops are reckoned from the midnight before: nobody knows better, and nobody waits for it. */
const exactMs = dayMs
const justNowMs = 60_000
const mostNext = 10

interface Parts {
  readonly programmer: Pick<Programmer, 'screens' | 'timelineOf'>
  readonly loops: Loops
  readonly plan: () => Plan
  readonly clock: Clock
}

export type Found =
  | { readonly kind: 'moment'; readonly moment: MomentAnswer }
  | { readonly kind: 'unknown-screen' | 'past' | 'too-far' }

export class Forecast {
  readonly #parts: Parts
  readonly #wall: Wall

  constructor(parts: Parts) {
    this.#parts = parts
    this.#wall = wallIn(parts.clock.zone)
  }

  at(screen: string, atMs: number): Found {
    const { programmer, plan, clock } = this.#parts
    const now = clock.now()
    if (!programmer.screens.includes(screen)) return { kind: 'unknown-screen' }
    if (atMs < now - justNowMs) return { kind: 'past' }
    if (atMs > now + farthestDays * dayMs) return { kind: 'too-far' }
    const timeline = programmer.timelineOf(screen)
    const last = timeline.at(-1)
    const reachMs = last === undefined ? now : endMs(last)
    const isPromised = atMs < reachMs
    const promised = timeline.filter((turn) => endMs(turn) > atMs)
    const shows = showsAmong(this.#after(promised, this.#beyond(screen, last, reachMs, Math.max(atMs, reachMs))))
    const [first, ...others] = shows
    const isOn = first !== undefined && first.turn.startMs <= atMs
    const next = (isOn ? others : shows).slice(0, mostNext)
    const texts = this.#texts(airingAt(plan(), screen, 'ticker', atMs))
    return {
      kind: 'moment',
      moment: {
        at: isoOfMs(atMs),
        isIndicative: !isPromised,
        airing: writtenAiring(airingAt(plan(), screen, 'main', atMs)),
        ...(isOn ? { playing: shownOf(first.turn) } : {}),
        next: next.map(({ turn, untilMs }) => ({ ...shownOf(turn), durationMs: untilMs - turn.startMs })),
        ...(texts.length === 0 ? {} : { ticker: texts }),
      },
    }
  }

  *#after(promised: readonly Turn[], beyond: Iterable<Turn>): Generator<Turn> {
    yield* promised
    yield* beyond
  }

  *#beyond(screen: string, last: Turn | undefined, reachMs: number, atMs: number): Generator<Turn> {
    const isNear = atMs < reachMs + exactMs
    const midnight = this.#wall.instantOf(this.#wall.dateOf(atMs), 0, 'first')
    const [fromMs, state] = isNear ? [reachMs, last?.after ?? freshRotation] : [midnight, freshRotation]
    const untilMs = this.#wall.instantOf(daysAfter(this.#wall.dateOf(atMs), 2), 0, 'first')
    for (const turn of turnsOf(this.#course(screen, fromMs, untilMs), state, fromMs, atMs)) {
      if (turn.startMs >= untilMs) return
      yield turn
    }
  }

  #course(screen: string, fromMs: number, untilMs: number): Course {
    const { plan, loops } = this.#parts
    const loopOf = (name: string) => {
      const { loop: places, shuffle } = loops.of(name)
      return { places, ...(shuffle === undefined ? {} : { shuffle }) }
    }
    return courseFrom(rowsBetween(plan(), screen, 'main', fromMs, untilMs), loopOf, this.#wall)
  }

  #texts(airing: Airing | undefined): string[] {
    if (airing === undefined) return []
    const names = [airing.playlist, ...airing.with.map(({ playlist }) => playlist)]
    return names.flatMap((name) => this.#parts.loops.of(name).texts.map(({ text }) => text))
  }
}

export const writtenAiring = ({ playlist, with: others, because }: Airing): MomentAnswer['airing'] => ({
  playlist,
  with: others.map((one) => ({ ...one })),
  because,
})

interface Show {
  /** With which it begins. */
  readonly turn: Turn
  readonly untilMs: number
}

/** What a person calls one thing is told once, and not for each of its pictures. */
function showsAmong(turns: Iterable<Turn>): readonly Show[] {
  const shows: Show[] = []
  let parts: Turn[] = []
  const close = () => {
    const [turn, last] = [parts[0], parts.at(-1)]
    if (turn !== undefined && last !== undefined) shows.push({ turn, untilMs: endMs(last) })
  }
  for (const turn of turns) {
    if (showLength([...parts, turn]) <= parts.length) {
      close()
      parts = []
      if (shows.length > mostNext) return shows
    }
    parts.push(turn)
  }
  close()
  return shows
}

const shownOf = ({ item, startMs, encore }: Turn) => ({
  title: item.title,
  asset: item.assetId,
  startsAt: isoOfMs(startMs),
  ...(item.poster === undefined ? {} : { poster: item.poster }),
  ...(encore === undefined ? {} : { why: encoreWords(encore) }),
})
