/** The library as the notes beside its files want it shown: titles, dates, consent, captions, and what is held back. */
import type { Asset } from '../core/asset.ts'
import { nextChangeMs } from '../core/item-dates.ts'
import { notice, type Remark } from '../core/remarks.ts'
import type { Direction, LibraryItem } from '../core/shelf.ts'
import { type Validity, validityOf } from '../core/sidecar.ts'
import { type Clock, daysIn, isoOf, msOf } from './clock.ts'
import type { ContentChecks, Verdict } from './content-checks.ts'
import type { Library } from './library.ts'
import { nothingSaid, type Said, type Sidecars } from './sidecars.ts'

/** The programme is computed at least this often: a change further ahead is seen then. */
const soonMs = 60_000

interface Parts {
  readonly library: Pick<Library, 'list' | 'playable'>
  readonly sidecars: Pick<Sidecars, 'saidOf'>
  readonly clock: Clock
  /** Whether the desk has hidden a file until somebody has checked it. */
  readonly isHidden?: (path: string) => boolean
  /** Whether what a film says has been checked. */
  readonly checks?: Pick<ContentChecks, 'of'>
}

export class NotedLibrary {
  readonly #parts: Parts
  readonly #daysOf: ReturnType<typeof daysIn>
  readonly #listeners = new Set<() => void>()
  /** The same file under the same verdict is told in the same way, and not written out again. */
  readonly #verdicts = new WeakMap<Asset, { readonly verdict: Verdict; readonly told: Asset }>()
  #timer: NodeJS.Timeout | undefined

  constructor(parts: Parts) {
    this.#parts = parts
    this.#daysOf = daysIn(parts.clock.zone)
  }

  /** Tells when a file's first day comes or its last one is over. */
  onDate(listener: () => void): void {
    this.#listeners.add(listener)
  }

  close(): void {
    clearTimeout(this.#timer)
  }

  /** The library's own list, and its own assets, where nobody has said anything about them. */
  list(): readonly Asset[] {
    const now = this.#parts.clock.now()
    const list = this.#parts.library.list()
    const told = list.map((asset) => {
      const said = this.#parts.sidecars.saidOf(asset.path)
      const verdict = this.#parts.checks?.of(asset, said.note)
      const isPlain = said === nothingSaid && verdict?.lastDay === undefined
      const noted = isPlain ? asset : this.#told(asset, said, verdict, now)
      const told = this.#checked(noted, verdict)
      return this.#isHidden(asset.path) ? { ...told, notices: [...told.notices, notice('hidden')] } : told
    })
    return told.every((asset, at) => asset === list[at]) ? list : told
  }

  /** Everything that may be shown at some time; without a clock to trust, only what has no dates. */
  playable(): readonly LibraryItem[] {
    const { clock, library, sidecars } = this.#parts
    const list = library.playable()
    const items = list.flatMap((item): LibraryItem[] => {
      if (this.#isHidden(item.asset.path)) return []
      const said = sidecars.saidOf(item.asset.path)
      const verdict = this.#parts.checks?.of(item.asset, said.note)
      if (verdict?.isHeld === true) return []
      if (said === nothingSaid && verdict?.isNamedOnly !== true && verdict?.lastDay === undefined) return [item]
      const direction = this.#directionOf(said, verdict)
      const isDated = direction.validFrom !== undefined || direction.validUntil !== undefined
      if (said.refused !== undefined || (isDated && !clock.isTrusted())) return []
      const { title = item.asset.title } = said.note ?? {}
      return [{ ...item, asset: { ...item.asset, ...(title === undefined ? {} : { title }) }, direction }]
    })
    this.#awaitNextDate(items.flatMap(({ direction }) => direction ?? []))
    return items.length === list.length && items.every((item, at) => item === list[at]) ? list : items
  }

  #checked(noted: Asset, verdict: Verdict | undefined): Asset {
    if (verdict === undefined || (verdict.notices.length === 0 && verdict.approval === undefined)) return noted
    const known = this.#verdicts.get(noted)
    if (known?.verdict === verdict) return known.told
    const { approval, isHeld } = verdict
    // Neither the film nor its pictures.
    const own = isHeld ? noted.notices.filter(({ code }) => code !== 'stills-play') : noted.notices
    const notices = [...own, ...verdict.notices]
    const told = { ...noted, notices, ...(approval === undefined ? {} : { approval }) }
    this.#verdicts.set(noted, { verdict, told })
    return told
  }

  #isHidden(path: string): boolean {
    return this.#parts.isHidden?.(path) === true
  }

  #told(asset: Asset, said: Said, verdict: Verdict | undefined, now: number): Asset {
    const { note, refused } = said
    const isFilm = asset.kind === 'video'
    const validity = this.#validityOf(said, verdict)
    const isSpoken = said.captions === undefined && note?.speech === undefined
    const notices = [
      ...asset.notices.filter(({ code }) => isSpoken || code !== 'plays-silently'),
      ...said.notices.filter(({ code }) => isFilm || code !== 'captions-broken'),
      ...(asset.state === 'ready' ? datesOf(validity, now) : []),
    ]
    const isHeld = asset.state === 'ready' && refused !== undefined
    const { untilMs, endsByConsent } = validity
    return {
      ...asset,
      notices,
      ...(untilMs === undefined ? {} : { validUntil: isoOf(untilMs) }),
      ...(untilMs === undefined || !endsByConsent ? {} : { endsByConsent }),
      ...(note?.title === undefined ? {} : { title: note.title }),
      ...(isHeld ? { state: 'refused', reason: refused } : {}),
    }
  }

  /** What the note says, and not beyond the last day that the film itself names. */
  #validityOf({ note }: Said, verdict: Verdict | undefined): Validity {
    const noted = note === undefined ? { endsByConsent: false } : validityOf(note, this.#daysOf, msOf)
    if (verdict?.lastDay === undefined) return noted
    const { endMs } = this.#daysOf(verdict.lastDay)
    return noted.untilMs !== undefined && noted.untilMs <= endMs
      ? noted
      : { ...noted, untilMs: endMs, endsByConsent: false }
  }

  #directionOf(said: Said, verdict: Verdict | undefined): Direction {
    const { fromMs, untilMs } = this.#validityOf(said, verdict)
    return {
      ...(verdict?.isNamedOnly === true ? { isNamedOnly: true } : {}),
      ...(said.note?.seconds === undefined ? {} : { seconds: said.note.seconds }),
      ...(said.note?.weight === undefined ? {} : { weight: said.note.weight }),
      ...(said.note?.services === undefined ? {} : { services: said.note.services }),
      ...(fromMs === undefined ? {} : { validFrom: isoOf(fromMs) }),
      ...(untilMs === undefined ? {} : { validUntil: isoOf(untilMs) }),
      ...(said.captions === undefined ? {} : { captions: said.captions }),
    }
  }

  #awaitNextDate(directions: readonly Direction[]): void {
    clearTimeout(this.#timer)
    const now = this.#parts.clock.now()
    const waitMs = nextChangeMs(directions, now) - now
    if (waitMs > soonMs) return
    this.#timer = setTimeout(() => {
      for (const listener of this.#listeners) listener()
    }, waitMs)
  }
}

function datesOf({ fromMs, untilMs, endsByConsent }: Validity, now: number): readonly Remark[] {
  if (untilMs !== undefined && untilMs <= now) return [notice(endsByConsent ? 'consent-over' : 'over')]
  return fromMs !== undefined && now < fromMs ? [notice('not-yet')] : []
}
