/** Files that seem to be gone: only what stays away is; what was renamed stays until its new name can be shown. */
import { besideOf, isBeside, stemOf } from '../core/sidecar.ts'
import type { Look } from './library-entry.ts'

// A program that saves deletes and writes anew: only what stays away for this long is gone.
const goneMs = 1_500
/** Between a file that goes and the same one coming under another name. */
const renamedWithinMs = 5_000
/** A new name that is never judged must not keep the old one for ever. */
const longestStayMs = 600_000
const everyMs = 250
const mostAtOnce = 50

interface Departure {
  readonly sinceMs: number
  /** How it looked last, if that is known. */
  readonly look: Look | undefined
}

interface Judges {
  /** Those of the paths that really are gone; none while nobody can tell. */
  readonly confirm: (relatives: readonly string[]) => Promise<readonly string[]>
  /** Whether it is known what becomes of a file: it can be shown, or not. */
  readonly isSettled: (relative: string) => boolean
  readonly onGone: (relative: string) => void
}

export class Departures {
  readonly #judges: Judges
  readonly #going = new Map<string, Departure>()
  /** New names by how the file looks: size and time stay when a file is renamed or moved. */
  readonly #arrived = new Map<string, { readonly relative: string; readonly atMs: number }>()
  #timer: NodeJS.Timeout | undefined
  #isBusy = false

  constructor(judges: Judges) {
    this.#judges = judges
  }

  /** Says that a file seems to be gone. */
  goes(relative: string, look?: Look): void {
    if (look !== undefined && this.#arrived.get(keyOf(look))?.relative === relative) this.#arrived.delete(keyOf(look))
    if (this.#going.has(relative)) return
    this.#going.set(relative, { sinceMs: performance.now(), look })
    this.#timer ??= setInterval(() => void this.#look(), everyMs)
  }

  /** Says that a file is there. @param isNew whether nobody knew of it before */
  comes(relative: string, look: Look, isNew: boolean): void {
    this.#going.delete(relative)
    if (!isNew || isBeside(relative)) return
    this.#arrived.delete(keyOf(look))
    this.#arrived.set(keyOf(look), { relative, atMs: performance.now() })
    this.#timer ??= setInterval(() => void this.#look(), everyMs)
  }

  /** Takes all of it back: the folder itself went away. */
  clear(): void {
    this.#going.clear()
    this.#arrived.clear()
    clearInterval(this.#timer)
    this.#timer = undefined
  }

  async #look(): Promise<void> {
    if (this.#isBusy) return
    this.#isBusy = true
    try {
      for (let due = this.#due(); due.length > 0; due = this.#due()) {
        const gone = new Set(await this.#judges.confirm(due.map(([relative]) => relative)))
        for (const [relative, departure] of due) {
          // It came and went again meanwhile: another departure, with a time of its own.
          if (this.#going.get(relative) !== departure) continue
          this.#going.delete(relative)
          if (gone.has(relative)) this.#judges.onGone(relative)
        }
      }
      this.#forgetArrivals()
    } finally {
      this.#isBusy = false
    }
  }

  #due(): readonly (readonly [string, Departure])[] {
    const due: (readonly [string, Departure])[] = []
    const leaving = new Set([...this.#going.keys()].flatMap((path) => (isBeside(path) ? [] : [path, stemOf(path)])))
    for (const one of this.#going) {
      // A film that is still shown must not lose the note that says how long it may be.
      const isNeeded = isBeside(one[0]) && leaving.has(besideOf(one[0]))
      if (!isNeeded && this.#isDue(one[1]) && due.push(one) === mostAtOnce) break
    }
    return due
  }

  #isDue({ sinceMs, look }: Departure): boolean {
    const forMs = performance.now() - sinceMs
    const successor = look === undefined ? undefined : this.#arrived.get(keyOf(look))
    if (forMs < goneMs || successor === undefined || successor.atMs < sinceMs - renamedWithinMs) return forMs >= goneMs
    return this.#judges.isSettled(successor.relative) || forMs > longestStayMs
  }

  #forgetArrivals(): void {
    if (this.#going.size > 0) return
    for (const [key, { atMs }] of this.#arrived) {
      if (performance.now() - atMs < renamedWithinMs) break
      this.#arrived.delete(key)
    }
    if (this.#arrived.size === 0) this.clear()
  }
}

const keyOf = ({ size, modifiedMs }: Look): string => `${size}:${modifiedMs}`
