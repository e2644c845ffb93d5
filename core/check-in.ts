/** Somebody is here: what is typed at the desk becomes a visit with a code, or a sentence that says what is wrong. */
import { nameOf, performs } from './clinic.ts'
import { type Arrival, type Circumstances, type Decision, type Refusal, refuse } from './queue-command.ts'
import { type QueueState, ticketsHere } from './queue-state.ts'
import { freshCode } from './ticket-code.ts'

const minuteMs = 60_000
const longestBackMs = 4 * 60 * minuteMs
// The clock of a desk may be ahead by this much.
const aheadMs = 5 * minuteMs
const farthestAppointmentMs = 24 * 60 * minuteMs

export function checkIn(state: QueueState, arrival: Arrival, circumstances: Circumstances): Decision {
  const refusal = unfit(arrival, circumstances)
  if (refusal !== undefined) return refusal
  const { now, chance } = circumstances
  const here = ticketsHere(state).map((ticket) => ticket.code)
  const code = freshCode(state.codes, here, chance.share)
  if (code === undefined) {
    return refuse('no-code-left', 'Every code of today is used up. Close the day; the next one has all of them again.')
  }
  const visit = {
    ...arrival,
    id: chance.id,
    code,
    token: chance.token,
    arrivedAt: Math.min(arrival.arrivedAt ?? now, now),
    priority: arrival.priority ?? false,
    needs: arrival.needs ?? [],
  }
  return { ok: true, event: { type: 'checked-in', visit } }
}

function unfit(
  { service, provider, arrivedAt, appointmentAt }: Arrival,
  { clinic, now }: Circumstances,
): Refusal | undefined {
  if (!clinic.services.some(({ id }) => id === service)) {
    const known = clinic.services.map(({ id }) => id).join(', ')
    return refuse('unknown-service', `There is no service "${service}". There are: ${known}.`)
  }
  if (provider !== undefined && !clinic.providers.some(({ id }) => id === provider)) {
    const known = clinic.providers.map(({ id }) => id).join(', ')
    return refuse('unknown-provider', `There is no provider "${provider}". There are: ${known}.`)
  }
  if (provider !== undefined && !performs(clinic, provider, service)) {
    const [who, what] = [nameOf(clinic.providers, provider), nameOf(clinic.services, service)]
    return refuse('does-not-perform', `${who} does not perform ${what}. Choose another provider, or none.`)
  }
  if (arrivedAt !== undefined && arrivedAt > now + aheadMs) {
    return refuse('bad-input', 'arrivedAt: This time has not come yet. Leave it out for now.', 'arrivedAt')
  }
  if (arrivedAt !== undefined && arrivedAt < now - longestBackMs) {
    return refuse('bad-input', 'arrivedAt: At most four hours back are possible.', 'arrivedAt')
  }
  if (appointmentAt !== undefined && Math.abs(appointmentAt - now) > farthestAppointmentMs) {
    return refuse('bad-input', 'appointmentAt: This is not an appointment of today.', 'appointmentAt')
  }
  return undefined
}
