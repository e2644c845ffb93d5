/** What the library is told of films on their way: how far one is, why one is not made, and nothing of what rests. */
import { notice, type Remark, refusal } from '../core/remarks.ts'
import type { FilmJob } from './film-job.ts'
import type { FilmQueue } from './film-queue.ts'
import type { Library } from './library.ts'

export class FilmTelling {
  readonly #library: Library
  readonly #queue: FilmQueue

  constructor(library: Library, queue: FilmQueue) {
    this.#library = library
    this.#queue = queue
  }

  /**
   * A text that was broken meanwhile says so itself; the film of the words before it is made in silence. So are the pictures
   * of one that rests: it would stand among those that are about to play.
   */
  work(job: FilmJob): void {
    const { path, progress } = job
    // Before anybody is told, who may ask again.
    job.isResting = this.#queue.rests(job)
    if (this.#library.entryAt(path)?.refused?.code === 'broken-text') return
    if (job.isResting) this.#library.drop(path)
    // When it is ready hangs on all the others, and is asked of the queue: a number that was noted here would be an old one.
    else this.#library.work(path, 'explainer', Math.min(progress, 1))
  }

  /** Tells anew of those that rest now and did not, or the other way round. */
  turns(jobs: Iterable<FilmJob>): void {
    for (const job of jobs) if (this.#queue.isWaiting(job) && this.#queue.rests(job) !== job.isResting) this.work(job)
  }

  refuse(job: FilmJob, reason: Remark = refusal('film-cancelled')): void {
    const entry = this.#library.entryAt(job.path)
    if (entry === undefined || entry.refused?.code === 'broken-text') return
    // The same words are on the TV, in an older look: nobody has to do anything.
    if (entry.media !== undefined) this.#library.drop(job.path)
    else this.#library.refuse(job.path, entry, reason, entry.stills === undefined ? [] : [notice('stills-play')])
  }
}
