/** Whom somebody at the desk should speak to now, and a sentence that is ready to be said. */
import type { Arrangement, PresenceWords, QueueSnapshot, QueueTicket } from '../../core/queue-contract.ts'
import type { ClinicLists } from '../shared/clinic-lists.ts'
import { duration, minutesSince } from '../shared/clinic-time.ts'
import { isLate, nameOf } from './lanes.ts'
import { affectedBy } from './presence.ts'

/** By the key of what it is about. */
export type Marks = Readonly<Record<string, Pick<Arrangement, 'how' | 'at'>>>

/** One sentence, and everybody it is for. */
export interface Spoken {
  readonly key: string
  readonly why: string
  /** In the words of whoever says it. */
  readonly say: string
  /** Who is away, when that is why. */
  readonly provider?: string
  /** Each with what a mark of theirs is kept under. */
  readonly people: readonly { readonly ticket: QueueTicket; readonly key: string }[]
}

/** Whoever was told that it takes longer is told again after this long. */
const againMinutes = 20

export const overKey = (ticket: string): string => `over ${ticket}`
export const awayKey = (provider: string, ticket: string): string => `away ${provider} ${ticket}`

/** Waits that are overdue first, then whoever waits for somebody who is late or has finished. */
export function speakList(queue: QueueSnapshot, clinic: ClinicLists, marks: Marks): readonly Spoken[] {
  const away = queue.presence.flatMap((presence) => awayEntry(queue, clinic, presence))
  const known = new Set(away.flatMap(({ people }) => people.map(({ ticket }) => ticket.id)))
  const over = queue.tickets
    .filter((ticket) => isLate(ticket) && !known.has(ticket.id))
    .sort((one, other) => Date.parse(one.arrivedAt) - Date.parse(other.arrivedAt))
    .map((ticket) => overEntry(ticket, queue, clinic))
  return [...over, ...away]
    .map((entry) => ({
      ...entry,
      people: entry.people.filter(({ key, ticket }) => isOpen(marks[key], ticket, queue.at)),
    }))
    .filter(({ people }) => people.length > 0)
}

function isOpen(mark: Marks[string] | undefined, ticket: QueueTicket, at: string): boolean {
  if (mark === undefined) return true
  return mark.how === 'told' && isLate(ticket) && minutesSince(mark.at, at) >= againMinutes
}

function overEntry(ticket: QueueTicket, { next, at }: QueueSnapshot, { providers }: ClinicLists): Spoken {
  const { id, arrivedAt, wait } = ticket
  const first = next.find((one) => one.ticket === id || one.with?.includes(id))
  const outlook =
    first !== undefined
      ? `You are next for ${nameOf(providers, first.provider)}.`
      : wait?.high === undefined
        ? 'I will find out how long it still takes.'
        : `It should be ${wait.low ? `${wait.low} to ${wait.high}` : `up to ${wait.high}`} more minutes.`
  return {
    key: overKey(id),
    why: `here ${duration(minutesSince(arrivedAt, at))}, longer than we said`,
    say: `I am sorry, this is taking longer than we said. You have not been forgotten. ${outlook}`,
    people: [{ ticket, key: overKey(id) }],
  }
}

function awayEntry(
  queue: QueueSnapshot,
  clinic: ClinicLists,
  { provider, kind, minutes = 0 }: PresenceWords,
): readonly Spoken[] {
  if (kind === 'break') return []
  const who = nameOf(clinic.providers, provider)
  const isLateOnly = kind === 'late'
  const news = isLateOnly ? `${who} is running about ${minutes} minutes late` : `${who} has finished for today`
  const choice = isLateOnly ? 'You can wait, see somebody else' : 'You can see somebody else'
  // Whoever was called in vain is not in the room to be spoken to.
  const people = affectedBy(provider, queue.tickets, clinic).filter(({ missing }) => missing !== true)
  return [
    {
      key: awayKey(provider, ''),
      provider,
      why: isLateOnly ? `${who} runs ${duration(minutes)} late` : `${who} has finished for today`,
      say: `I am sorry, ${news}. ${choice}, or take another time.`,
      people: people.map((ticket) => ({ ticket, key: awayKey(provider, ticket.id) })),
    },
  ]
}

/** What every desk has arranged. */
export const marksIn = ({ arranged = [] }: Pick<QueueSnapshot, 'arranged'>): Marks =>
  Object.fromEntries(
    arranged.map(({ ticket, provider, how, at }) => [
      provider === undefined ? overKey(ticket) : awayKey(provider, ticket),
      { how, at },
    ]),
  )
