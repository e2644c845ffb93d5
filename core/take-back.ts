/** Undo: a caller's own last step, exactly, unless something that came later stands on it. */
import { slotForRetraction } from './announcements.ts'
import { codesInUse } from './check-in.ts'
import { type Clinic, nameOf } from './clinic.ts'
import { type Circumstances, type Decision, happens, type Refusal, refuse } from './queue-command.ts'
import { isHere, isServing, type QueueState, type Step, type Ticket } from './queue-state.ts'
import { findStep, stepsAfter } from './steps.ts'
import { likenessOf } from './ticket-code.ts'

export function takeBack(
  state: QueueState,
  event: number | undefined,
  { now, caller, clinic }: Circumstances,
): Decision {
  const step = findStep(state.steps, (known) => known.caller === caller)
  if (step === undefined) return refuse('cannot-undo', 'There is nothing of yours to undo today.')
  if (event !== undefined && step.event !== event) {
    return refuse('cannot-undo', 'This was not the last thing you did. Undo takes back the last one first.')
  }
  const obstacle =
    changedSince(state, step) ??
    presenceSince(state, step, clinic) ??
    placeTaken(state, step, clinic) ??
    codeTaken(state, step)
  if (obstacle !== undefined) return obstacle
  const retraction = step.isCall ? slotForRetraction(state.announcements, step.event, now) : undefined
  return happens({ type: 'undone', event: step.event, ...(retraction === undefined ? {} : { retraction }) })
}

function changedSince(state: QueueState, step: Step): Refusal | undefined {
  const own = new Set(step.before.map(([id]) => id))
  const later = stepsAfter(state.steps, step).flatMap(({ before }) => before.map(([id]) => id))
  const code = state.tickets.get(later.find((id) => own.has(id)) ?? '')?.code
  return code === undefined
    ? undefined
    : refuse(
        'cannot-undo',
        `Somebody else has done something with ${code} since. Talk to them, or set it right by hand.`,
      )
}

function presenceSince(state: QueueState, step: Step, clinic: Clinic): Refusal | undefined {
  const [provider] = step.presence ?? []
  if (provider === undefined) return undefined
  const isChanged = stepsAfter(state.steps, step).some(({ presence }) => presence?.[0] === provider)
  const who = nameOf(clinic.providers, provider)
  return isChanged
    ? refuse('cannot-undo', `Somebody else has said since whether ${who} is there. Set it right by hand.`)
    : undefined
}

/** The tickets a step would bring back into a room. */
function placeTaken(state: QueueState, step: Step, clinic: Clinic): Refusal | undefined {
  const own = new Set(step.before.map(([id]) => id))
  const others = [...state.tickets.values()].filter((ticket) => !own.has(ticket.id)).filter(isServing)
  const calledSince = new Set(
    stepsAfter(state.steps, step).flatMap(({ isCall, before }) => (isCall ? before.map(([id]) => id) : [])),
  )
  for (const ticket of restoredBy(step).filter(isServing)) {
    const { provider, room } = ticket.state
    const other = others.find((one) => one.state.provider === provider && one.state.room === room)
    // Half of a party may have gone; the other half, called with it, makes room for it.
    const isOneCall = other?.party !== undefined && other.party === ticket.party && !calledSince.has(other.id)
    if (other !== undefined && !isOneCall) {
      const where = nameOf(clinic.rooms, room)
      return refuse(
        'cannot-undo',
        `${other.code} is called to ${where} by now, so ${ticket.code} cannot go back there.`,
      )
    }
  }
  return undefined
}

/** A code like the one that would come back may have been handed out meanwhile. */
function codeTaken(state: QueueState, step: Step): Refusal | undefined {
  for (const { code } of restoredBy(step).filter(isHere)) {
    const like = codesInUse(state).find((other) => other !== code && likenessOf(other) === likenessOf(code))
    if (like !== undefined) {
      return refuse('cannot-undo', `${like} is here by now and would be mixed up with ${code}. Check in anew.`)
    }
  }
  return undefined
}

const restoredBy = (step: Step): readonly Ticket[] =>
  step.before.map(([, ticket]) => ticket).filter((ticket) => ticket !== undefined)
