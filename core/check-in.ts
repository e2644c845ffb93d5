/** Somebody is here: what is typed at the desk becomes a visit with a code, or a sentence that says what is wrong. */
import { unfitService, unknownService } from './known.ts'
import { type Arrival, type Circumstances, type Decision, happens, type Refusal, refuse } from './queue-command.ts'
import { isHere, type QueueState, type TicketId, ticketsHere } from './queue-state.ts'
import { freshCode } from './ticket-code.ts'

const minuteMs = 60_000
const longestBackMs = 4 * 60 * minuteMs
// The clock of a desk may be ahead by this much.
const aheadMs = 5 * minuteMs
const farthestAppointmentMs = 24 * 60 * minuteMs

export function checkIn(state: QueueState, arrival: Arrival, circumstances: Circumstances): Decision {
  const { now, chance, clinic } = circumstances
  const refusal = unfitService(clinic, arrival.service, arrival.provider) ?? unfitVisit(state, arrival, circumstances)
  if (refusal !== undefined) return refusal
  const code = freshCode(state.codes, codesInUse(state), chance.share)
  if (code === undefined) return noCodeLeft
  const visit = {
    ...arrival,
    id: chance.id,
    code,
    token: chance.token,
    arrivedAt: Math.min(arrival.arrivedAt ?? now, now),
    priority: arrival.priority ?? false,
    needs: arrival.needs ?? [],
  }
  const paperCodes = missingPaperCodes(state, code, chance.share)
  return happens({ type: 'checked-in', visit, ...(paperCodes.length === 0 ? {} : { paperCodes }) })
}

const noCodeLeft = refuse(
  'no-code-left',
  'Every code of today is used up. Close the day; the next one has all of them again.',
)

/** Enough for the time a hub needs to be mended. */
const wantedPaperCodes = 10
/** Spreads draws from one chance: multiples of the golden ratio fall far from each other. */
const golden = 0.618_033_988_75

function missingPaperCodes(state: QueueState, fresh: string, share: number): readonly string[] {
  const codes: string[] = []
  const missing = wantedPaperCodes - unusedPaperCodes(state).length
  for (let index = 1; index <= missing; index += 1) {
    const given = new Set([...state.codes, fresh, ...codes])
    const code = freshCode(given, [...codesInUse(state), fresh, ...codes], (share + index * golden) % 1)
    // Late on a very long day: patients who are here come first.
    if (code === undefined) break
    codes.push(code)
  }
  return codes
}

/** Of whoever is here, and those kept back for paper. */
export const codesInUse = (state: QueueState): readonly string[] => [
  ...ticketsHere(state).map(({ code }) => code),
  ...unusedPaperCodes(state),
]

export function unusedPaperCodes(state: QueueState): readonly string[] {
  const used = new Set<string>()
  for (const { code, isPaper } of state.tickets.values()) if (isPaper) used.add(code)
  return state.paperCodes.filter((code) => !used.has(code))
}

/** What a check-in and an edit have to heed alike. */
export interface VisitInput {
  readonly further?: readonly string[] | null
  readonly arrivedAt?: number
  readonly appointmentAt?: number | null
  readonly booking?: string | null
}

/** @param self the ticket that is edited */
export function unfitVisit(
  state: QueueState,
  { further, arrivedAt, appointmentAt, booking }: VisitInput,
  { clinic, now }: Circumstances,
  self?: TicketId,
): Refusal | undefined {
  const unknown = (further ?? []).map((service) => unknownService(clinic, service)).find((refusal) => refusal)
  if (unknown !== undefined) return unknown
  if (arrivedAt !== undefined && arrivedAt > now + aheadMs) {
    return refuse('bad-input', 'arrivedAt: This time has not come yet. Leave it out for now.', 'arrivedAt')
  }
  if (arrivedAt !== undefined && arrivedAt < now - longestBackMs) {
    return refuse('bad-input', 'arrivedAt: At most four hours back are possible.', 'arrivedAt')
  }
  if (typeof appointmentAt === 'number' && Math.abs(appointmentAt - now) > farthestAppointmentMs) {
    return refuse('bad-input', 'appointmentAt: This is not an appointment of today.', 'appointmentAt')
  }
  if (typeof booking !== 'string') return undefined
  const other = [...state.tickets.values()].find(
    (ticket) => ticket.booking === booking && ticket.id !== self && isHere(ticket),
  )
  return other === undefined
    ? undefined
    : refuse('already-here', `Already here as ${other.code}. If that is somebody else, swap the booking over.`)
}
