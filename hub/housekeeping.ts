/** What is done now and then, whatever happens: sweeping, looking again at what could not be read, noting the time. */
import path from 'node:path'
import { type Clock, isoOf } from './clock.ts'
import { reasonOf } from './fault.ts'
import type { Films } from './films.ts'
import type { Library } from './library.ts'
import type { MediaBook } from './media-book.ts'
import type { Problems } from './problems.ts'
import type { Store } from './store.ts'

const sweepEveryMs = 3_600_000
const lookAgainEveryMs = 300_000
const noteTimeEveryMs = 60_000
/** A screen may still play what was deleted yesterday. */
const sweepGraceMs = 24 * 3_600_000

interface Chores {
  readonly store: Store
  readonly library: Library
  readonly book: MediaBook
  readonly films: Films
  readonly clock: Clock
  readonly problems: Problems
  /** What else is swept with the store. */
  readonly sweepToo: () => Promise<void>
  readonly lookAgain: () => void
  /** Keeps the last instant this installation has seen; nothing in a rehearsal, whose time must not make the real one look wrong. */
  readonly keepTime: (instant: string) => void
}

/** @returns how to stop */
export function keepHouse({ store, library, book, films, clock, problems, ...chores }: Chores): () => void {
  const sweep = async () => {
    const removed = await store.sweep(library.storedFiles(), clock.now(), sweepGraceMs)
    book.forget(new Set(removed.map((file) => path.parse(file).name)))
    await films.sweep(clock.now(), sweepGraceMs)
    await chores.sweepToo()
  }
  const noteTime = () => {
    if (clock.isTrusted()) chores.keepTime(isoOf(clock.now()))
    problems.set('clock', clock.isTrusted() ? [] : [{ message: untrusted }])
  }
  noteTime()
  const timers = [
    setInterval(() => {
      sweep().catch((cause) => console.error(`What is not needed could not be cleared away (${reasonOf(cause)}).`))
    }, sweepEveryMs),
    setInterval(chores.lookAgain, lookAgainEveryMs),
    setInterval(noteTime, noteTimeEveryMs),
  ]
  return () => {
    for (const timer of timers) clearInterval(timer)
  }
}

const untrusted =
  'The clock of this computer cannot be right. Undated films play on; set the clock, or wait until the network does.'
