/** Undo: a caller's own last step, exactly, unless something that came later stands on it. */
import { slotForRetraction } from './announcements.ts'
import { type Clinic, nameOf } from './clinic.ts'
import { type Circumstances, type Decision, type Refusal, refuse } from './queue-command.ts'
import { isHere, isServing, type QueueState, type Step, type Ticket } from './queue-state.ts'
import { likenessOf } from './ticket-code.ts'

export function takeBack(
  state: QueueState,
  event: number | undefined,
  { now, caller, clinic }: Circumstances,
): Decision {
  const step = state.steps.findLast((known) => known.caller === caller)
  if (step === undefined) return refuse('cannot-undo', 'There is nothing of yours to undo today.')
  if (event !== undefined && step.event !== event) {
    return refuse('cannot-undo', 'This was not the last thing you did. Undo takes back the last one first.')
  }
  const obstacle = changedSince(state, step) ?? placeTaken(state, step, clinic) ?? codeTaken(state, step)
  if (obstacle !== undefined) return obstacle
  const retraction = step.isCall ? slotForRetraction(state.announcements, step.event, now) : undefined
  return { ok: true, event: { type: 'undone', event: step.event, ...(retraction === undefined ? {} : { retraction }) } }
}

function changedSince(state: QueueState, step: Step): Refusal | undefined {
  const own = new Set(step.before.map(([id]) => id))
  const later = state.steps.slice(state.steps.indexOf(step) + 1).flatMap(({ before }) => before.map(([id]) => id))
  const code = state.tickets.get(later.find((id) => own.has(id)) ?? '')?.code
  return code === undefined
    ? undefined
    : refuse(
        'cannot-undo',
        `Somebody else has done something with ${code} since. Talk to them, or set it right by hand.`,
      )
}

/** The tickets a step would bring back into a room. */
function placeTaken(state: QueueState, step: Step, clinic: Clinic): Refusal | undefined {
  const own = new Set(step.before.map(([id]) => id))
  const others = [...state.tickets.values()].filter((ticket) => !own.has(ticket.id)).filter(isServing)
  for (const ticket of restoredBy(step).filter(isServing)) {
    const { provider, room } = ticket.state
    const other = others.find((one) => one.state.provider === provider && one.state.room === room)
    if (other !== undefined) {
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
  for (const { id, code } of restoredBy(step).filter(isHere)) {
    const like = [...state.tickets.values()].find(
      (other) => other.id !== id && isHere(other) && likenessOf(other.code) === likenessOf(code),
    )
    if (like !== undefined) {
      return refuse('cannot-undo', `${like.code} is here by now and would be mixed up with ${code}. Check in anew.`)
    }
  }
  return undefined
}

const restoredBy = (step: Step): readonly Ticket[] =>
  step.before.map(([, ticket]) => ticket).filter((ticket) => ticket !== undefined)
