/** Where each provider calls to: a room, the desk, or nowhere because somebody goes to them. Chosen at this desk, kept by it. */
import type { Clinic } from '../../core/clinic.ts'
import type { QueueSnapshot, QueueTicket } from '../../core/queue-contract.ts'
import { useKept } from '../shared/kept.ts'
import { type Elsewhere, type Lane, nameOf } from './lanes.ts'

export const elsewhereWords: Readonly<Record<Elsewhere, string>> = {
  desk: 'To the desk',
  seat: 'We come to them',
}

export interface CallPlaces {
  /** Room by provider. */
  readonly rooms: Readonly<Record<string, string>>
  readonly elsewhere: Readonly<Record<string, Elsewhere>>
  /** @param place the id of a room, or `to desk`, `to seat`: no id contains a space */
  readonly choose: (provider: string, place: string) => void
}

export function useCallPlaces(): CallPlaces {
  const [rooms, setRooms] = useKept<CallPlaces['rooms']>(localStorage, 'anteroom-rooms', {})
  const [elsewhere, setElsewhere] = useKept<CallPlaces['elsewhere']>(localStorage, 'anteroom-call-to', {})
  return {
    rooms,
    elsewhere,
    choose: (provider, place) => {
      const to = place === 'to desk' ? 'desk' : place === 'to seat' ? 'seat' : undefined
      const { [provider]: _, ...others } = elsewhere
      setElsewhere(to === undefined ? others : { ...others, [provider]: to })
      if (to === undefined) setRooms((before) => ({ ...before, [provider]: place }))
    },
  }
}

/** As the buttons send it. */
export const callPlaceOf = ({ provider, room, to, tickets }: Lane) => ({
  provider: provider.id,
  room,
  ...(to === undefined ? {} : { to }),
  // Whom this desk sees there: who was called elsewhere in the same moment is not to be finished by it.
  finishes: tickets.filter((ticket) => ticket.room === room).map(({ id }) => id),
})

/** Completes "K47 called …". */
export function whereTo({ room, to }: Pick<Lane, 'room' | 'to'>, { rooms }: Clinic): string {
  if (to === undefined) return `to ${nameOf(rooms, room)}`
  return to === 'desk' ? 'to the desk' : 'in their seat: we are coming to them'
}

/** Where a called ticket was told to go, for its row. */
export function placeOf({ code, room = '' }: QueueTicket, { called }: QueueSnapshot, { rooms }: Clinic): string {
  // "Please come to the desk" without a room is not the call into one.
  const call = called.find((one) => (one.code === code || one.with?.includes(code)) && one.room === room)
  switch (call?.to) {
    case 'desk':
      return 'Desk'
    case 'seat':
      return 'We come to them'
    default:
      return nameOf(rooms, room)
  }
}
