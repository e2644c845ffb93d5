/** Whose turn it is among the films that are to be made, and when each of them will be ready. */
import { compareNames } from '../core/asset.ts'
import type { FilmEntry } from '../core/film-contract.ts'
import type { FilmJob } from './film-job.ts'
import { type FilmPace, finishingMs } from './film-pace.ts'

/** What plays here is made first, then what still waits to be checked; of what rests here only the pictures are. */
const filmTurns = ['first', 'later', 'resting'] as const
export type FilmTurn = (typeof filmTurns)[number]

/** What is being made right now, in either lane. */
export interface AtWork {
  readonly stills: FilmJob | undefined
  readonly film: FilmJob | undefined
}

interface Parts {
  readonly jobs: ReadonlyMap<string, FilmJob>
  readonly turnOf: (path: string) => FilmTurn
  readonly pace: FilmPace
}

export class FilmQueue {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Those to be made: whoever was put first, then by turn, then the shortest, since the sooner one of them moves. */
  inTurn(): readonly FilmJob[] {
    return [...this.#parts.jobs.values()]
      .filter((job) => this.isWaiting(job))
      .map((job) => ({ job, turn: this.#turnOf(job) }))
      .toSorted(
        (a, b) =>
          b.job.rank - a.job.rank ||
          a.turn - b.turn ||
          leftOf(a.job) - leftOf(b.job) ||
          compareNames(a.job.path, b.job.path),
      )
      .map(({ job }) => job)
  }

  next(kind: 'stills-wanted' | 'film-wanted'): FilmJob | undefined {
    return this.inTurn().find(({ state }) => state.kind === kind)
  }

  /** Whether it is to be made, or being made. */
  isWaiting(job: FilmJob): boolean {
    return job.state.kind === 'stills-wanted' || (job.state.kind === 'film-wanted' && !this.rests(job))
  }

  /** Whether it does not play here, so that its pictures are enough; unless somebody wants it all the same. */
  rests({ path, rank }: FilmJob): boolean {
    return rank === 0 && this.#parts.turnOf(path) === 'resting'
  }

  /** Milliseconds until each film is ready, by path: its own work, and that of those before it. */
  readyIn(): ReadonlyMap<string, number> {
    const { pace } = this.#parts
    let ahead = 0
    return new Map(
      this.inTurn().map((job) => {
        const isMade = !this.rests(job)
        const left = isMade ? leftOf(job) : job.work.stills
        ahead += pace.msFor(left) + (isMade ? finishingMs(job.scenes) : 0)
        return [job.path, ahead] as const
      }),
    )
  }

  /** Milliseconds until the scenes of each film are there as pictures, by path: they come before every film. */
  #picturesIn(): ReadonlyMap<string, number> {
    let ahead = 0
    return new Map(
      this.inTurn()
        .filter(({ state }) => state.kind === 'stills-wanted')
        .map((job) => {
          ahead += this.#parts.pace.msFor(job.work.stills)
          return [job.path, ahead] as const
        }),
    )
  }

  /** Every film as the pages see it: those to be made in their order, then the others by name; nobody waits for what rests. */
  told(atWork: AtWork): readonly FilmEntry[] {
    const turn = this.inTurn().filter((job) => !this.rests(job))
    const ready = this.readyIn()
    const pictures = this.#picturesIn()
    const others = [...this.#parts.jobs.values()].filter((job) => !turn.includes(job))
    return [
      ...turn.map((job, index): FilmEntry => {
        const state = atWork.stills === job ? 'stills' : atWork.film === job ? 'film' : 'waiting'
        const remainingS = Math.ceil((ready.get(job.path) ?? 0) / 1_000)
        const progress = Math.round(Math.min(job.progress, 1) * 100) / 100
        const picturesMs = pictures.get(job.path)
        const shown = picturesMs === undefined ? {} : { picturesS: Math.ceil(picturesMs / 1_000) }
        const anew = job.isAnew ? { isAnew: true as const } : {}
        return { ...aboutOf(job), state, progress, remainingS, ...shown, ...anew, position: index + 1 }
      }),
      ...others.toSorted((a, b) => compareNames(a.path, b.path)).map(settledEntry),
    ]
  }

  #turnOf({ path }: FilmJob): number {
    return filmTurns.indexOf(this.#parts.turnOf(path))
  }
}

/** What is left to be rendered, in photographs. */
const leftOf = ({ state, work, progress }: FilmJob): number =>
  state.kind === 'stills-wanted' ? work.stills + work.clips : work.clips * (1 - progress)

const aboutOf = ({ path, explainer }: FilmJob) => ({ path, title: explainer.title })

function settledEntry(job: FilmJob): FilmEntry {
  switch (job.state.kind) {
    case 'done':
      return { ...aboutOf(job), state: 'done', progress: 1 }
    case 'cancelled':
      return { ...aboutOf(job), state: 'cancelled', progress: 0 }
    case 'failed':
      return { ...aboutOf(job), state: 'failed', progress: 0, message: job.state.message }
    // It rests: nobody works on it.
    case 'stills-wanted':
    case 'film-wanted':
      return { ...aboutOf(job), state: 'waiting', progress: 0 }
  }
}
