/** A visit as somebody types it: into what the buttons send, and from a ticket back into fields. */
import type { QueueTicket } from '../../core/queue-contract.ts'
import type { Need, PriorityReason } from '../../core/queue-state.ts'
import { clockTime, instantOf } from '../shared/clinic-time.ts'
import type { QueueBody } from '../shared/press.ts'
import { companionsOf } from './party.ts'

/** What form and *Edit* have in common; empty is "not given". */
export interface VisitDraft {
  readonly service: string
  /** Empty: whoever performs the service. */
  readonly provider: string
  readonly label: string
  /** The appointment: `14:30`. */
  readonly time: string
  /** Ids of services, in the order they come. */
  readonly further: readonly string[]
  /** `14:05`; empty is now. */
  readonly arrived: string
  /** A language tag. */
  readonly language: string
  readonly needs: readonly Need[]
  readonly goesFirst: boolean
  readonly reason: PriorityReason | ''
}

/** Of somebody who has just come in. */
export interface ArrivalDraft extends VisitDraft {
  /** 1 to 4: that many codes at one press. */
  readonly people: number
  /** They are called at once. */
  readonly together: boolean
}

export const blankArrival: ArrivalDraft = {
  service: '',
  provider: '',
  label: '',
  time: '',
  further: [],
  arrived: '',
  language: '',
  needs: [],
  goesFirst: false,
  reason: '',
  people: 1,
  together: true,
}

/** When and where a typed time is meant. */
export interface Typing {
  /** ISO 8601 UTC: the typed time is one of the clinic's day that contains it. */
  readonly at: string
  readonly zone: string
}

/** One body for each person. @param party a word that no other party has */
export function arrivalsOf(draft: ArrivalDraft, { at, zone }: Typing, party: string): readonly QueueBody<'check-in'>[] {
  const { service, provider, time, further, arrived, language, needs, goesFirst, reason, people, together } = draft
  const label = draft.label.trim()
  const body: QueueBody<'check-in'> = {
    service,
    ...(further.length === 0 ? {} : { further: [...further] }),
    ...(provider === '' ? {} : { provider }),
    ...(label === '' ? {} : { label }),
    ...(time === '' ? {} : { appointmentAt: instantOf(time, at, zone) }),
    ...(arrived === '' ? {} : { arrivedAt: instantOf(arrived, at, zone) }),
    ...(language === '' ? {} : { language }),
    ...(needs.length === 0 ? {} : { needs: [...needs] }),
    ...(goesFirst ? { priority: true, ...(reason === '' ? {} : { priorityReason: reason }) } : {}),
    ...(people === 1 ? {} : { party, ...(together ? { together } : {}) }),
  }
  return Array.from({ length: people }, () => body)
}

export interface EditDraft extends VisitDraft {
  /** Id of a ticket they came with; empty is nobody. */
  readonly cameWith: string
  readonly together: boolean
}

export function draftOf(ticket: QueueTicket, tickets: readonly QueueTicket[], zone: string): EditDraft {
  const { service, provider, label, appointmentAt, further, arrivedAt, language, needs } = ticket
  return {
    service,
    provider: provider ?? '',
    label: label ?? '',
    time: appointmentAt === undefined ? '' : clockTime(appointmentAt, zone),
    further: further ?? [],
    arrived: clockTime(arrivedAt, zone),
    language: language ?? '',
    needs,
    goesFirst: ticket.priority,
    reason: ticket.priorityReason ?? '',
    cameWith: companionsOf(ticket, tickets)[0]?.id ?? '',
    together: ticket.together ?? false,
  }
}

/**
 * What *Edit* has to send: the ticket itself first, then whoever has come with it, when that is what changed.
 *
 * @param word for a party that has none yet
 * @returns only what is different; nothing when nothing is
 */
export function editsOf(
  ticket: QueueTicket,
  draft: EditDraft,
  tickets: readonly QueueTicket[],
  { at, zone }: Typing,
  word: string,
): readonly QueueBody<'edit'>[] {
  const before = draftOf(ticket, tickets, zone)
  const party = partyOf(ticket, before, draft, tickets, word)
  const changes = { ...visitChanges(before, draft, { at, zone }), ...party.own }
  const own = Object.keys(changes).length === 0 ? [] : [{ ticket: ticket.id, ...changes }]
  return [...own, ...party.others]
}

type Changes = Omit<QueueBody<'edit'>, 'ticket'>

function visitChanges(before: EditDraft, draft: EditDraft, { at, zone }: Typing): Changes {
  const is = (name: keyof VisitDraft) => JSON.stringify(before[name]) !== JSON.stringify(draft[name])
  const instant = (time: string) => instantOf(time, at, zone)
  const label = draft.label.trim()
  return {
    ...(is('service') ? { service: draft.service } : {}),
    ...(is('provider') ? { provider: draft.provider === '' ? null : draft.provider } : {}),
    ...(label === before.label ? {} : { label: label === '' ? null : label }),
    ...(is('time') ? { appointmentAt: draft.time === '' ? null : instant(draft.time) } : {}),
    ...(is('further') ? { further: draft.further.length === 0 ? null : [...draft.further] } : {}),
    ...(is('arrived') && draft.arrived !== '' ? { arrivedAt: instant(draft.arrived) } : {}),
    ...(is('language') ? { language: draft.language === '' ? null : draft.language } : {}),
    ...(is('needs') ? { needs: [...draft.needs] } : {}),
    ...(is('goesFirst') ? { priority: draft.goesFirst } : {}),
    ...reasonChange(before, draft),
  }
}

function reasonChange(before: EditDraft, { goesFirst, reason }: EditDraft): Changes {
  const wanted = goesFirst ? reason : ''
  if (wanted === before.reason) return {}
  return { priorityReason: wanted === '' ? null : wanted }
}

function partyOf(
  ticket: QueueTicket,
  before: EditDraft,
  { cameWith, together }: EditDraft,
  tickets: readonly QueueTicket[],
  word: string,
): { readonly own: Changes; readonly others: readonly QueueBody<'edit'>[] } {
  if (cameWith === '') {
    return {
      own: ticket.party === undefined || before.cameWith === '' ? {} : { party: null, together: null },
      others: [],
    }
  }
  const other = tickets.find(({ id }) => id === cameWith)
  const isJoining = cameWith !== before.cameWith && (other?.party === undefined || other.party !== ticket.party)
  if (other === undefined || (!isJoining && together === before.together)) return { own: {}, others: [] }
  const party = isJoining ? (other.party ?? word) : (ticket.party ?? word)
  const wanted = { party, together: together ? true : null }
  const companions = isJoining ? [other, ...companionsOf(other, tickets)] : companionsOf(ticket, tickets)
  const behind = companions.filter((one) => one.party !== party || (one.together ?? false) !== together)
  return { own: wanted, others: behind.map(({ id }) => ({ ticket: id, ...wanted })) }
}
