/** Which way a course leans while people wait: what they came for once more, what they have not seen, what they can see to its end. */
import { concernedBy, type Demand, factorOf } from './demand.ts'

/** An asset of a loop that enough of those who wait came for. */
export interface Wanted {
  /** Never below three. */
  readonly people: number
  /** How many times as often it comes. */
  readonly factor: 2 | 3
  /** What lasts longer is over too late for them. */
  readonly stayMs: number
}

export interface Leaning {
  /** From here on, milliseconds since 1970: what began before, the screens have played by themselves. */
  readonly fromMs: number
  /** Within it nothing comes twice while something else is left; 0 while too few wait: everything is as ever. */
  readonly visitMs: number
  /** For so long most of those who wait are here still. */
  readonly stayMs: number
  /** By loop and asset. */
  readonly wanted: ReadonlyMap<string, ReadonlyMap<string, Wanted>>
}

interface Sources {
  readonly fromMs: number
  /** How long somebody usually waits. */
  readonly visitMs: number
  readonly loops: Iterable<string>
  /** What the assets of a loop are about: ids of services. */
  readonly aboutIn: (loop: string) => ReadonlyMap<string, readonly string[]>
}

const minuteMs = 60_000

export function leaningOf(demand: Demand, { fromMs, visitMs, loops, aboutIn }: Sources): Leaning {
  if (demand.all === undefined) return { fromMs, visitMs: 0, stayMs: Number.POSITIVE_INFINITY, wanted: new Map() }
  const wanted = new Map<string, ReadonlyMap<string, Wanted>>()
  for (const loop of loops) {
    const found = new Map<string, Wanted>()
    for (const [asset, services] of aboutIn(loop)) {
      const concerned = concernedBy(services, demand)
      const factor = factorOf(concerned?.people ?? 0)
      if (concerned === undefined || factor === 1) continue
      found.set(asset, { people: concerned.people, factor, stayMs: concerned.stayMinutes * minuteMs })
    }
    if (found.size > 0) wanted.set(loop, found)
  }
  return { fromMs, visitMs, stayMs: demand.all.stayMinutes * minuteMs, wanted }
}

/** What a screen's programme leans by at an instant; undefined when everything is as ever. */
export const leaningAt = (leaning: Leaning | undefined, atMs: number): Leaning | undefined =>
  leaning !== undefined && leaning.visitMs > 0 && atMs >= leaning.fromMs ? leaning : undefined
