/** The queue as it travels: snapshots for desk, TV and phone, and what each button sends. Instants are ISO 8601 UTC. */
import { z } from 'zod'

const instant = z.iso.datetime({ offset: true, error: 'An instant is expected, such as 2026-11-21T14:40:00Z.' })
const id = z.string().min(1).max(64)

export const ticketState = z.enum(['waiting', 'called', 'in-service', 'held', 'done', 'no-show', 'left'])
export type TicketStateName = z.infer<typeof ticketState>

export const need = z.enum(['fetch', 'speak', 'more-time'])

/** What a patient reads about the wait; the text is complete, in the words of the place it is shown in. */
export const shownWait = z.object({
  kind: z.enum(['range', 'next', 'soon', 'over', 'unknown', 'none']),
  text: z.string(),
})
export type ShownWait = z.infer<typeof shownWait>

/** Minutes from `at`; the figures are absent while nothing can be said (`unknown`, `none`). */
export const wait = z.object({
  low: z.int().nonnegative().optional(),
  high: z.int().nonnegative().optional(),
  p50: z.number().nonnegative().optional(),
  p80: z.number().nonnegative().optional(),
  shown: shownWait,
})
export type Wait = z.infer<typeof wait>

/** A ticket in answers to a button: everything but its label, its wait and its token. */
export const answeredTicket = z.object({
  id,
  code: z.string(),
  service: id,
  /** Whom it waits for, if anyone in particular; once called, who called it. */
  provider: id.optional(),
  /** From the call on. */
  room: id.optional(),
  state: ticketState,
  /** Since when it is in this state. */
  since: instant,
  appointmentAt: instant.optional(),
  arrivedAt: instant,
  language: z.string().optional(),
  priority: z.boolean(),
  needs: z.array(need),
  party: z.string().optional(),
})
export type AnsweredTicket = z.infer<typeof answeredTicket>

/** A ticket as desk and room see it. */
export const queueTicket = answeredTicket.extend({
  /** Desk and room only; erased when the day is closed. */
  label: z.string().optional(),
  /** Only while it waits. */
  wait: wait.optional(),
})
export type QueueTicket = z.infer<typeof queueTicket>

/**
 * A call and when it is announced: at most one is at any moment. `retracted` turns it into "please keep your seat",
 * announced in these times instead.
 */
export const call = z.object({
  code: z.string(),
  room: id,
  at: instant,
  announceFrom: instant,
  announceUntil: instant,
  retracted: z.literal(true).optional(),
})
export type Call = z.infer<typeof call>

const snapshot = {
  /** Counts the events of the queue; it only grows, also over days. */
  revision: z.int().nonnegative(),
  /** When the hub made this snapshot, by its own clock. One comes at least every five seconds: an old one is stale. */
  at: instant,
  /** Whether the patients are invented. */
  demo: z.boolean(),
  /** Over revision, codes, states and rooms: equal on desk, TV and phone when they show the same queue. */
  stateHash: z.string().regex(/^[0-9a-f]{32}$/),
}

/** `open` from the first check-in on; `closed` from *Close day* until then. */
const day = z.enum(['open', 'closed'])

/** `GET /api/queue` and topic `queue`: every ticket of the day, in the order of check-in. */
export const queueSnapshot = z.object({
  ...snapshot,
  day,
  tickets: z.array(queueTicket),
  /** The newest first. */
  called: z.array(call),
})
export type QueueSnapshot = z.infer<typeof queueSnapshot>

/** Topic `board:<screen>`, for the TV: no service, no id, no token, no label. */
export const boardSnapshot = z.object({
  ...snapshot,
  day,
  /** What rooms are called, by id: a TV never asks for more than this. */
  rooms: z.record(z.string(), z.string()),
  /** In the order of codes, which says nothing about turns. */
  waiting: z.array(z.object({ code: z.string(), shown: shownWait })),
  /** Called or in service, in the order of rooms. */
  serving: z.array(z.object({ code: z.string(), room: id })),
  /**
   * The newest first: the last six codes, and whatever is still to be announced beyond them (a recall of a code
   * whose call is not over yet stands beside it). A retracted one is gone when its announcement is over.
   */
  called: z.array(call),
})
export type BoardSnapshot = z.infer<typeof boardSnapshot>

/** Topic `ticket:<token>`, for the phone: its own ticket; null once the day is closed or the check-in was taken back. */
export const ticketSnapshot = z.object({
  ...snapshot,
  ticket: z
    .object({
      code: z.string(),
      state: ticketState,
      since: instant,
      room: id.optional(),
      roomName: z.string().optional(),
      /** Only while it waits. */
      shown: shownWait.optional(),
      /** Its newest call, or the retraction of that call. */
      call: call.optional(),
    })
    .nullable(),
})
export type TicketSnapshot = z.infer<typeof ticketSnapshot>

const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^\P{C}*$/u, 'Line breaks and control characters are not possible.')

/** `POST /api/queue/<name>`: what each button sends. */
export const queueBodies = {
  'check-in': z.strictObject({
    service: id,
    /** Only this provider; left out, whoever performs the service. */
    provider: id.optional(),
    appointmentAt: instant.optional(),
    /** At most four hours back; left out, now. */
    arrivedAt: instant.optional(),
    language: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'A language tag is expected, such as de or pt-BR.')
      .optional(),
    priority: z.boolean().optional(),
    label: line(24).optional(),
    needs: z.array(need).max(3).optional(),
    /** One word for tickets that came together. */
    party: line(40).optional(),
  }),
  'call-next': z.strictObject({ provider: id, room: id }),
  call: z.strictObject({ ticket: id, provider: id, room: id }),
  recall: z.strictObject({ ticket: id }),
  start: z.strictObject({ ticket: id }),
  finish: z.strictObject({ ticket: id }),
  'no-show': z.strictObject({ ticket: id }),
  leave: z.strictObject({ ticket: id }),
  /** `event`: the revision a button answered with; left out, whatever the caller did last. */
  undo: z.strictObject({ event: z.int().positive().optional() }),
  /** Refused while somebody is still here, unless `anyway`: they are then recorded as left open. */
  'close-day': z.strictObject({ anyway: z.boolean().optional() }),
} as const
export type QueueButton = keyof typeof queueBodies

const revision = z.int().positive()
const ticketAnswer = z.object({ revision, ticket: answeredTicket })

/** What each button answers when it did something; `revision` is what undo takes as `event`. */
export const queueAnswers = {
  'check-in': z.object({
    revision,
    ticket: z.object({ id, code: z.string(), token: z.string(), service: id, state: ticketState }),
  }),
  'call-next': ticketAnswer,
  call: ticketAnswer,
  recall: ticketAnswer,
  start: ticketAnswer,
  finish: ticketAnswer,
  'no-show': ticketAnswer,
  leave: ticketAnswer,
  undo: z.object({
    revision,
    /** The event that was taken back. */
    undone: z.int().positive(),
    /** Whether people had heard it: the TV then asks them to keep their seat. */
    retracted: z.boolean(),
    /** The tickets it was about, as they are again; none when a check-in was taken back. */
    tickets: z.array(answeredTicket),
  }),
  'close-day': z.object({ revision, leftOpen: z.array(z.string()) }),
} as const satisfies Record<QueueButton, z.ZodType>
