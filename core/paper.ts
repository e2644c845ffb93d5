/** While the hub is away the desk goes on with paper: codes kept back for it, and what happened entered afterwards. */
import { unusedPaperCodes } from './check-in.ts'
import { unfitService, unknownPlace } from './known.ts'
import { type Circumstances, type Decision, happens, type PaperLine, type Refusal, refuse } from './queue-command.ts'
import type { PaperVisit } from './queue-event.ts'
import { isHere, type QueueState } from './queue-state.ts'

const longestBackMs = 24 * 3_600_000

/** All lines or none: the first that is wrong is named by its number, from 1 on. */
export function addPaper(state: QueueState, lines: readonly PaperLine[], circumstances: Circumstances): Decision {
  const visits: PaperVisit[] = []
  const seen = new Set<string>()
  for (const [index, line] of lines.entries()) {
    const refusal = seen.has(line.code) ? twice(line.code) : unfitLine(state, line, circumstances)
    if (refusal !== undefined) {
      const row = refuse(refusal.reason, `Line ${index + 1}: ${refusal.message}`, `lines.${index}`)
      return refusal.field === undefined ? row : { ...row, field: `lines.${index}.${refusal.field}` }
    }
    seen.add(line.code)
    visits.push(visitOf(state, line, index, circumstances))
  }
  return happens({ type: 'paper-added', visits })
}

const twice = (code: string) => refuse('bad-input', `${code} stands here twice.`, 'code')

function unfitLine(state: QueueState, line: PaperLine, { clinic, now }: Circumstances): Refusal | undefined {
  const { code, arrivedAt, endedAt, provider, room, end } = line
  const isKnown = unusedPaperCodes(state).includes(code) || knownTicket(state, code) !== undefined
  if (!isKnown) {
    const paper = unusedPaperCodes(state).join(', ')
    return refuse('bad-input', `${code} is neither here nor one of the paper codes: ${paper}.`, 'code')
  }
  if (arrivedAt > now || arrivedAt < now - longestBackMs) {
    return refuse('bad-input', 'The arrival has to lie in the last 24 hours.', 'arrivedAt')
  }
  if (endedAt !== undefined && (endedAt < arrivedAt || endedAt > now)) {
    return refuse('bad-input', 'The end has to lie between the arrival and now.', 'endedAt')
  }
  if (endedAt !== undefined && end !== 'left' && (provider === undefined || room === undefined)) {
    return refuse('bad-input', 'Say who saw them, and where.', 'provider')
  }
  const place = provider === undefined || room === undefined ? undefined : unknownPlace(clinic, { provider, room })
  return place ?? unfitService(clinic, line.service, provider)
}

const knownTicket = (state: QueueState, code: string) =>
  [...state.tickets.values()].find((ticket) => ticket.code === code && isHere(ticket))

function visitOf(state: QueueState, line: PaperLine, index: number, { chance }: Circumstances): PaperVisit {
  const { code, service, provider, room, arrivedAt, endedAt, end = 'done' } = line
  const known = knownTicket(state, code)
  const fresh = {
    // No slip carries these tokens: they are made from one draw.
    id: `${chance.id}-${index}`,
    token: `${chance.token}-${index}`,
    code,
    priority: false,
    needs: [],
    ...(endedAt === undefined && provider !== undefined ? { provider } : {}),
  }
  const { state: _, ...visit } = known ?? { ...fresh, state: undefined }
  const ended = {
    kind: end,
    at: endedAt ?? 0,
    ...(provider === undefined ? {} : { provider }),
    ...(room === undefined ? {} : { room }),
  }
  return { visit: { ...visit, service, arrivedAt, isPaper: true }, ...(endedAt === undefined ? {} : { ended }) }
}
