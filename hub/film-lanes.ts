/**
 * Two lanes, each one film at a time: an edited explainer has its stills while the film of another one is being rendered,
 * which then steps aside between two scenes.
 */
import { reasonOf } from './fault.ts'
import { FilmFault } from './film-fault.ts'
import type { FilmJob } from './film-job.ts'
import type { AtWork, FilmQueue } from './film-queue.ts'

interface Parts {
  readonly queue: FilmQueue
  /** Both leave the job in another state, or as it was when it has to step aside. */
  readonly makeStills: (job: FilmJob) => Promise<void>
  readonly makeFilm: (job: FilmJob) => Promise<void>
  readonly onFault: (job: FilmJob, cause: unknown) => void
  /** Told when a lane takes up a job or lets go of it. */
  readonly onTurn: () => void
  /** Told when no film is left to be made. */
  readonly onRest: () => void
}

type Wanted = 'stills-wanted' | 'film-wanted'

export class FilmLanes {
  readonly #parts: Parts
  readonly #atWork: Record<Wanted, FilmJob | undefined> = { 'stills-wanted': undefined, 'film-wanted': undefined }
  readonly #running: Record<Wanted, Promise<void> | undefined> = {
    'stills-wanted': undefined,
    'film-wanted': undefined,
  }
  #isClosed = false

  constructor(parts: Parts) {
    this.#parts = parts
  }

  atWork(): AtWork {
    return { stills: this.#atWork['stills-wanted'], film: this.#atWork['film-wanted'] }
  }

  /** Whether a lane is at work on something else. */
  hasOthers(job: FilmJob): boolean {
    return Object.values(this.#atWork).some((other) => other !== undefined && other !== job)
  }

  /** Whether somebody else comes before this film: pictures first, then whoever was put first. */
  mustYield(job: FilmJob): boolean {
    if (this.#atWork['stills-wanted'] !== undefined) return true
    const next = this.#parts.queue.next('film-wanted')
    return next !== undefined && next.rank > job.rank
  }

  go(): void {
    if (this.#isClosed) return
    this.#start('stills-wanted', this.#parts.makeStills)
    if (this.#running['stills-wanted'] === undefined) this.#start('film-wanted', this.#parts.makeFilm)
  }

  close(): void {
    this.#isClosed = true
  }

  async ended(): Promise<void> {
    await Promise.all(Object.values(this.#running))
  }

  #start(kind: Wanted, make: (job: FilmJob) => Promise<void>): void {
    if (this.#running[kind] !== undefined || this.#parts.queue.next(kind) === undefined) return
    this.#running[kind] = this.#lane(kind, make)
      // A disk that does not even take the refusal: the job has failed, the hub goes on.
      .catch((cause) => console.error(`A film was not made (${reasonOf(cause)}). The others go on.`))
      .finally(() => {
        this.#running[kind] = undefined
        this.go()
      })
  }

  async #lane(kind: Wanted, make: (job: FilmJob) => Promise<void>): Promise<void> {
    const isStepping = () => kind === 'film-wanted' && this.#running['stills-wanted'] !== undefined
    for (
      let job = this.#parts.queue.next(kind);
      job !== undefined && !this.#isClosed;
      job = this.#parts.queue.next(kind)
    ) {
      this.#atWork[kind] = job
      this.#parts.onTurn()
      try {
        await make(job)
      } catch (cause) {
        // Whoever stepped aside has its turn again.
        const hasStepped = cause instanceof FilmFault && cause.code === 'cancelled'
        if (!job.controller.signal.aborted && !hasStepped) this.#parts.onFault(job, cause)
      } finally {
        this.#atWork[kind] = undefined
      }
      if (isStepping()) return
    }
    if (kind === 'film-wanted' && !this.#isClosed) this.#parts.onRest()
    this.#parts.onTurn()
  }
}
