/** The day's tickets as the desk looks at them: who waits, and one lane for each provider. */
import type { Clinic, Provider } from '../../core/clinic.ts'
import type { QueueSnapshot, QueueTicket } from '../../core/queue-contract.ts'
import { unansweredOf } from '../shared/unanswered.ts'

/** Where a called patient goes when it is not into the room. */
export type Elsewhere = 'desk' | 'seat'

export interface Lane {
  readonly provider: Provider
  /** Id of the room the next patient is called to. */
  readonly room: string
  /** Absent: into the room. */
  readonly to?: Elsewhere
  /** 1 to 9; undefined beyond. */
  readonly digit: number | undefined
  /** Called or in service with this provider, the longest first. */
  readonly tickets: readonly QueueTicket[]
  /** How many of those who wait this provider could call. */
  readonly waiting: number
}

/**
 * @param chosenRooms room by provider, where somebody at this desk has chosen another one
 * @param elsewhere the same for who calls to no room
 */
export function lanesOf(
  tickets: readonly QueueTicket[],
  clinic: Clinic,
  chosenRooms: Readonly<Record<string, string>>,
  elsewhere: Readonly<Record<string, Elsewhere>> = {},
): readonly Lane[] {
  const serving = tickets.filter(isServing)
  const unlisted = serving
    .map(({ provider }) => provider)
    .filter((id) => id !== undefined && !clinic.providers.some((known) => known.id === id))
  const providers = [...clinic.providers, ...[...new Set(unlisted)].map((id) => ({ id: id ?? '', name: id ?? '' }))]
  const toOf = (to: Elsewhere | undefined) => (to === undefined ? {} : { to })
  return providers.map((provider, index) => ({
    provider,
    room: roomOf(provider, clinic, chosenRooms[provider.id]),
    ...toOf(elsewhere[provider.id]),
    digit: index < 9 ? index + 1 : undefined,
    tickets: serving.filter((ticket) => ticket.provider === provider.id).sort(bySince),
    waiting: tickets.filter((ticket) => ticket.state === 'waiting' && mayCall(provider.id, ticket, clinic)).length,
  }))
}

/** Not called yet, in the order of arrival. */
export const waitingOf = (tickets: readonly QueueTicket[]): readonly QueueTicket[] =>
  tickets
    .filter(({ state }) => state === 'waiting' || state === 'held')
    .sort((one, other) => Date.parse(one.arrivedAt) - Date.parse(other.arrivedAt))

export const isServing = ({ state }: QueueTicket): boolean => state === 'called' || state === 'in-service'

/** Whether *Close day* would leave this ticket open. */
export const isHere = (ticket: QueueTicket): boolean =>
  isServing(ticket) || ticket.state === 'waiting' || ticket.state === 'held'

/** Called some minutes ago, nobody has said that they are there, and nobody would have worked on without them. */
export const isOverdue = (ticket: QueueTicket, { at, called }: Pick<QueueSnapshot, 'at' | 'called'>): boolean =>
  ticket.state === 'called' && unansweredOf(ticket, called, at) === 'missing'

/** Waits longer than it was told. */
export const isLate = ({ state, wait }: QueueTicket): boolean => state === 'waiting' && wait?.shown.kind === 'over'

/** The providers a service can be checked in for. */
export const providersFor = (service: string, { services, providers }: Clinic): readonly Provider[] => {
  const able = services.find(({ id }) => id === service)?.providers
  return able === undefined ? providers : providers.filter(({ id }) => able.includes(id))
}

function mayCall(provider: string, ticket: QueueTicket, clinic: Clinic): boolean {
  if (ticket.provider !== undefined) return ticket.provider === provider
  return providersFor(ticket.service, clinic).some(({ id }) => id === provider)
}

function roomOf(provider: Provider, { rooms }: Clinic, chosen: string | undefined): string {
  const wanted = [chosen, provider.room].find((id) => rooms.some((room) => room.id === id))
  return wanted ?? rooms[0]?.id ?? ''
}

const bySince = (one: QueueTicket, other: QueueTicket) => Date.parse(one.since) - Date.parse(other.since)

/** What an id is called; the id itself when it has left the list. */
export const nameOf = (list: readonly { readonly id: string; readonly name: string }[], id: string): string =>
  list.find((one) => one.id === id)?.name ?? id
