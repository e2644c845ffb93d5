/** The queue's part of the contract: its addresses, who may call them, and the rules that hold for all of them. */
import { z } from 'zod'
import { providerList, roomList, serviceList } from './clinic-entries.ts'
import { type Operation, type Role, roles } from './operation.ts'
import { type QueueButton, queueAnswers, queueBodies } from './queue-bodies.ts'
import { queueSnapshot } from './queue-contract.ts'

const staff = ['desk', 'provider', 'manager', 'administrator'] as const satisfies readonly Role[]
const managers = ['manager', 'administrator'] as const satisfies readonly Role[]

export const deskHeader = 'x-anteroom-desk'
export const deskId = z.string().regex(/^[\w.-]{1,64}$/)
export const keyHeader = 'idempotency-key'
export const idempotencyKey = z.string().regex(/^[\x21-\x7e]{1,200}$/)

/** What the description says once for all operations that change something. */
export const conversation = [
  'Whatever changes something needs an Idempotency-Key (1 to 200 visible ASCII signs): the same key and body replays the',
  'stored answer for 24 hours, refusals included; another body, or another address, is 422 `key-reused`. Bad input is',
  '422 {reason, field, message} and is not stored. An id that does not exist is 404 `unknown-ticket`, `unknown-service`,',
  '`unknown-provider` or `unknown-room`. X-Anteroom-Desk is an id that a page makes up once and keeps: undo takes back',
  'the last step of that caller; callers without it count as one.',
].join(' ')

export const keyParameter = {
  in: 'header',
  name: 'Idempotency-Key',
  schema: idempotencyKey,
  description: 'made up by the caller, once for each press of a button',
} as const
const desk = {
  in: 'header',
  name: 'X-Anteroom-Desk',
  schema: deskId.optional(),
  description: 'an id the page makes up and keeps: whose last step undo takes back',
} as const
export const match = {
  in: 'header',
  name: 'If-Match',
  schema: z.string(),
  description: 'the ETag of the list that was edited',
} as const

const button = <Name extends QueueButton>(name: Name, summary: string) =>
  ({
    method: 'post',
    path: `/api/queue/${name}`,
    summary,
    roles: staff,
    parameters: [keyParameter, desk],
    body: queueBodies[name],
    answer: queueAnswers[name],
  }) as const satisfies Operation

const read = (path: string, summary: string, answer: z.ZodType) =>
  ({ method: 'get', path, summary, roles, answer }) as const satisfies Operation

const replace = (path: string, summary: string, list: z.ZodType) =>
  ({
    method: 'put',
    path,
    summary: `${summary}. The whole list; what is left out is removed, unless a ticket of today needs it (409 \`in-use\`). 409 \`name-taken\` when two have one name`,
    roles: managers,
    parameters: [keyParameter, match],
    body: list,
    answer: list,
  }) as const satisfies Operation

export const queueOperations = {
  queue: {
    method: 'get',
    path: '/api/queue',
    summary: 'The queue as desk and room see it; topic `queue` is the same',
    roles: staff,
    answer: queueSnapshot,
  },
  checkIn: { ...button('check-in', 'Somebody is here: hands out a code and the token of the phone page'), status: 201 },
  callNext: button(
    'call-next',
    'Calls whoever is next for a provider; ends the visit before in that room. 409 `nobody-waiting`',
  ),
  call: button('call', 'Calls a certain ticket, out of turn; ends the visit before in that room'),
  recall: button('recall', 'Announces a called ticket once more'),
  ask: button('ask', 'Asks somebody to come to the desk, on the TV and on their phone'),
  here: button('here', 'The called patient has come, which starts the visit'),
  notHere: button('not-here', 'Called in vain: the provider is free, and the ticket comes first once it is back'),
  back: button('back', 'Somebody who was called in vain is there after all'),
  start: button('start', 'The called patient is in the room; the same as here'),
  finish: button(
    'finish',
    'The visit is over, or goes on with its next service; a ticket that was only called counts as having started',
  ),
  noShow: button(
    'no-show',
    'A booked patient who never came. 409 `not-booked` for whoever has no appointment: they leave',
  ),
  leave: button('leave', 'The patient has gone'),
  return: button('return', 'Somebody who was done or had gone is back, with the same code. 409 `code-taken`'),
  hold: button('hold', 'Out of the line for a while; in the middle of a visit, then first for the same provider'),
  resume: button('resume', 'Back into the line before the time'),
  transfer: button('transfer', 'On to another provider or service, with the same code and time of arrival'),
  edit: button('edit', 'Sets right what was entered wrong, without losing code or place'),
  providerLate: button(
    'provider-late',
    'A provider is late: the TV says so without a name, after two minutes or at once',
  ),
  providerBreak: button('provider-break', 'A provider is away until a time; calling somebody ends it'),
  providerDone: button('provider-done', 'A provider has finished for today'),
  providerBack: button('provider-back', 'A provider can be counted on again. 409 `not-away`'),
  addPaper: button(
    'add-paper',
    'What was written down while the hub was away: no call is announced, and its times teach nothing. All lines or none',
  ),
  undo: button(
    'undo',
    "Takes back the caller's own last step. 409 `cannot-undo` when there is none or a later one depends on it",
  ),
  closeDay: button(
    'close-day',
    'Ends the day and erases its desk labels; cannot be undone. 409 `still-open` while somebody is here, unless `anyway`',
  ),
  services: read('/api/services', 'What patients come for, with planned minutes', serviceList),
  putServices: replace('/api/services', 'Changes the services', serviceList),
  providers: read('/api/providers', 'Who performs the services', providerList),
  putProviders: replace('/api/providers', 'Changes the providers', providerList),
  rooms: read('/api/rooms', 'Where patients are called to', roomList),
  putRooms: replace('/api/rooms', 'Changes the rooms', roomList),
} as const satisfies Record<string, Operation>

/** Live topics of the queue, with who may listen once people sign in; whoever has a ticket's token may follow it. */
export const queueTopics: Readonly<Record<string, readonly Role[]>> = {
  queue: staff,
  board: ['screen', ...managers],
  ticket: ['patient', ...roles],
}
