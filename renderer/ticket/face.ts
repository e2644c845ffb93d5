/** What the page shows of a visit at a moment: one thing, the one that the patient is to do or to know. */
import type { PhoneSnapshot } from '../../core/phone-contract.ts'

export type Face =
  | { readonly kind: 'trial' | 'gone' | 'waiting' | 'coming' | 'keep-seat' | 'inside' | 'done' | 'left' }
  | { readonly kind: 'called'; readonly room: string }
  | { readonly kind: 'to-desk' }
  | { readonly kind: 'held'; readonly until?: string }

/** Asked to the desk this long ago: they have been, or somebody will ask again. */
const askedMs = 10 * 60_000

/** @param isRetracted they have just been told to come, and it was a mistake */
export function faceOf({ ticket, trial, at }: PhoneSnapshot, isRetracted: boolean): Face {
  if (trial) return { kind: 'trial' }
  if (ticket === null) return { kind: 'gone' }
  const { call } = ticket
  const isAsked = call?.to === 'desk' && call.retracted === undefined
  switch (ticket.state) {
    case 'called':
      if (isAsked) return { kind: 'to-desk' }
      if (call?.to === 'seat') return { kind: 'coming' }
      return { kind: 'called', room: ticket.roomName ?? ticket.room ?? '' }
    case 'waiting':
      if (isRetracted) return { kind: 'keep-seat' }
      return isAsked && Date.parse(at) - Date.parse(call.at) < askedMs ? { kind: 'to-desk' } : { kind: 'waiting' }
    case 'held':
      if (ticket.missing) return { kind: 'to-desk' }
      if (isAsked && Date.parse(at) - Date.parse(call.at) < askedMs) return { kind: 'to-desk' }
      return ticket.heldUntil === undefined ? { kind: 'held' } : { kind: 'held', until: ticket.heldUntil }
    case 'in-service':
      return { kind: 'inside' }
    case 'done':
      return { kind: 'done' }
    case 'no-show':
    case 'left':
      return { kind: 'left' }
  }
}

/** Faces that ask somebody to get up: the phone rings for them. */
export const isSummons = ({ kind }: Face): boolean => kind === 'called' || kind === 'to-desk' || kind === 'coming'
