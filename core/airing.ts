/** Who wins: of all schedules that apply at a moment, the playlist that plays, what plays with it, and why. */
import { mostShare, type Zone } from './schedule-file.ts'

/** What a zone of a screen plays for a while. */
export interface Airing {
  /** The first by name of the equal normal schedules; a takeover's; or `default`. */
  readonly playlist: string
  /** Equal ones, which take turns with it item by item, then interrupts with their share of the loop time in percent. */
  readonly with: readonly { readonly playlist: string; readonly share?: number }[]
  readonly because: Because
}

export interface Because {
  /** Null when nothing is scheduled. */
  readonly schedule: string | null
  readonly kind: 'default' | 'normal' | 'interrupt' | 'takeover'
  readonly priority: number
}

/** A schedule where it matters who wins. */
export interface Contender {
  readonly name: string
  readonly playlist: string
  readonly priority: number
  /** Percent, of an interrupt. */
  readonly share: number
  /** What the calendar plays while the clinic is closed. */
  readonly isClosed?: boolean
  /** It has no hours of its own. */
  readonly isAlways?: boolean
}

/** Those that apply, by kind; each list with the strongest first (`strongerFirst`). */
export interface Contenders<Each extends Contender = Contender> {
  readonly takeover: readonly Each[]
  readonly normal: readonly Each[]
  readonly interrupt: readonly Each[]
}

export const defaultAiring: Airing = {
  playlist: 'default',
  with: [],
  because: { schedule: null, kind: 'default', priority: 0 },
}

/** Higher priority first, then by name: the order of signs, which is the same on every computer. */
export const strongerFirst = (one: Contender, other: Contender): number =>
  other.priority - one.priority || (one.name < other.name ? -1 : one.name > other.name ? 1 : 0)

/**
 * @returns those that have a part in what plays; the others are hidden
 */
export function winnersOf<Each extends Contender>({ takeover, normal, interrupt }: Contenders<Each>): Contenders<Each> {
  if (takeover.length > 0) return { takeover: takeover.slice(0, 1), normal: [], interrupt: [] }
  // They are in order: only those in front are looked at, of hundreds.
  let equals = 0
  while (equals < normal.length && normal[equals]?.priority === normal[0]?.priority) equals += 1
  // Nobody expects an offer between what was chosen for the night, unless it was given hours of its own.
  const open = normal[0]?.isClosed === true ? interrupt.filter(({ isAlways }) => isAlways !== true) : interrupt
  let heard = 0
  for (let left = mostShare; left > 0 && heard < open.length; heard += 1) left -= open[heard]?.share ?? 0
  return { takeover: [], normal: normal.slice(0, equals), interrupt: open.slice(0, heard) }
}

/** @returns undefined for a ticker with nothing to say: the main zone always plays something */
export function airingOf(contenders: Contenders, zone: Zone): Airing | undefined {
  const { takeover, normal, interrupt } = winnersOf(contenders)
  const [urgent] = takeover
  if (urgent !== undefined) return { playlist: urgent.playlist, with: [], because: because(urgent, 'takeover') }
  const [first] = normal
  if (first !== undefined)
    return {
      ...turns(normal, first),
      with: [...turns(normal, first).with, ...shares(interrupt)],
      because: because(first, 'normal'),
    }
  const [alone] = interrupt
  if (alone === undefined) return zone === 'main' ? defaultAiring : undefined
  // In a band that is otherwise empty there is nothing to share with.
  return zone === 'main'
    ? { ...defaultAiring, with: shares(interrupt) }
    : { ...turns(interrupt, alone), because: because(alone, 'interrupt') }
}

const because = ({ name, priority }: Contender, kind: Because['kind']): Because => ({ schedule: name, kind, priority })

/** A playlist that two schedules ask for at once still has one turn. */
function turns(equals: readonly Contender[], { playlist }: Contender) {
  const others = new Set(equals.map((each) => each.playlist))
  others.delete(playlist)
  return { playlist, with: [...others].map((other) => ({ playlist: other })) }
}

function shares(interrupts: readonly Contender[]) {
  let left = mostShare
  return interrupts.map(({ playlist, share }) => {
    const had = Math.min(share, left)
    left -= had
    return { playlist, share: had }
  })
}
