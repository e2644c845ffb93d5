/** The queue as it travels: snapshots for desk, TV and phone. Instants are ISO 8601 UTC. */
import { z } from 'zod'
import { holdSteps, priorityReasons } from './queue-state.ts'
import { laterReasons } from './wait-reason.ts'

export const instant = z.iso.datetime({ offset: true, error: 'An instant is expected, such as 2026-11-21T14:40:00Z.' })
export const id = z.string().min(1).max(64)

export const ticketState = z.enum(['waiting', 'called', 'in-service', 'held', 'done', 'no-show', 'left'])
export type TicketStateName = z.infer<typeof ticketState>

export const need = z.enum(['fetch', 'speak', 'more-time'])

/** What a patient reads about the wait; the text is complete, in the words of the place it is shown in. */
export const shownWait = z.object({
  kind: z.enum(['range', 'next', 'soon', 'over', 'unknown', 'none']),
  text: z.string(),
})

/** Minutes from `at`; the figures are absent while nothing can be said (`unknown`, `none`). */
export const wait = z.object({
  low: z.int().nonnegative().optional(),
  high: z.int().nonnegative().optional(),
  p50: z.number().nonnegative().optional(),
  p80: z.number().nonnegative().optional(),
  /** The window has moved later than what was told first, and this is why. */
  later: z.enum(laterReasons).optional(),
  shown: shownWait,
})
export type Wait = z.infer<typeof wait>

/** Where a called patient goes: into the room, to the desk, or nowhere, because somebody comes to them. */
export const destination = z.enum(['room', 'desk', 'seat'])

/** Why somebody goes first: never what they are ill with. */
export const priorityReason = z.enum(priorityReasons)

/** What somebody on hold is busy with meanwhile. */
export const holdStep = z.enum(holdSteps)

/** A ticket in answers to a button: everything but its label, its wait and its token. */
export const answeredTicket = z.object({
  id,
  code: z.string(),
  service: id,
  /** What comes after that, under the same code. */
  further: z.array(id).optional(),
  /** Whom it waits for, if anyone in particular; once called, who called it. */
  provider: id.optional(),
  /** From the call on. */
  room: id.optional(),
  state: ticketState,
  /** Since when it is in this state. */
  since: instant,
  /** When a held one is to wait again, by itself. */
  heldUntil: instant.optional(),
  /** Only while held. */
  step: holdStep.optional(),
  /** Called in vain: the TV asks them to come to the desk. Only while held. */
  missing: z.literal(true).optional(),
  /** The provider who calls them before anybody else. */
  firstFor: id.optional(),
  appointmentAt: instant.optional(),
  booking: z.string().optional(),
  arrivedAt: instant,
  language: z.string().optional(),
  priority: z.boolean(),
  priorityReason: priorityReason.optional(),
  needs: z.array(need),
  party: z.string().optional(),
  /** The party is called at once, not one after another. */
  together: z.boolean().optional(),
  /** Written down while the hub was away. */
  paper: z.literal(true).optional(),
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
  /** The codes of a party that is called together, beside `code`. */
  with: z.array(z.string()).optional(),
  /** "desk" when nobody is called to a room. */
  room: id,
  /** Left out, into the room. */
  to: destination.optional(),
  at: instant,
  announceFrom: instant,
  announceUntil: instant,
  retracted: z.literal(true).optional(),
  /** The language it is announced in first, for the TV and only while it is announced. */
  language: z.string().optional(),
  /** Said twice: a recall, or somebody who asked for it. */
  twice: z.literal(true).optional(),
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

/** Whether a provider can be counted on; those who are not in the list may call at any time. */
export const presence = z.object({
  provider: id,
  kind: z.enum(['late', 'break', 'done']),
  since: instant,
  /** When they are expected back; not for `done`. */
  until: instant.optional(),
  /** Only for `late`. */
  minutes: z.int().positive().optional(),
})
export type PresenceWords = z.infer<typeof presence>

/** Whom the calendar says not to be there now, who has said nothing else; without `until`, for the rest of the day. */
export const away = z.object({ provider: id, why: z.enum(['lunch', 'calendar']), until: instant.optional() })
export type AwayWords = z.infer<typeof away>

/** What the desk has arranged with somebody about their wait. */
export const arrangedHow = z.enum(['told', 'another-provider', 'rebook', 'left'])
export type Arranged = z.infer<typeof arrangedHow>

export const arrangement = z.object({
  ticket: id,
  /** Who is late or has finished; absent when it is only that it takes longer than they were told. */
  provider: id.optional(),
  how: arrangedHow,
  at: instant,
})
export type Arrangement = z.infer<typeof arrangement>

/** Whom *Call next* would call for a provider, and a sentence that says why. */
export const nextCall = z.object({
  provider: id,
  ticket: id,
  /** Whoever is called together with it. */
  with: z.array(id).optional(),
  because: z.object({
    kind: z.enum(['first-for', 'priority', 'appointment', 'long-wait', 'arrival', 'early']),
    text: z.string(),
  }),
})
export type NextCall = z.infer<typeof nextCall>

/** `GET /api/queue` and topic `queue`: every ticket of the day, in the order of check-in. */
export const queueSnapshot = z.object({
  ...snapshot,
  day,
  tickets: z.array(queueTicket),
  /** The newest first. */
  called: z.array(call),
  presence: z.array(presence),
  /** Absent while nothing is. */
  arranged: z.array(arrangement).optional(),
  /** Absent when the calendar has nobody away. */
  away: z.array(away).optional(),
  /** An entry for each provider somebody waits for. */
  next: z.array(nextCall),
  /** Kept back for slips that are written by hand while the hub is away; those not used yet. */
  paperCodes: z.array(z.string()),
  /** How the day before this one ended; absent on the very first. */
  lastClose: z
    .object({
      /** When the first thing of that day happened. */
      beganAt: instant,
      at: instant,
      /** Nobody pressed *Close day*: the hub did it. */
      automatic: z.boolean(),
      /** Codes of those who were still in the list: their times are left out of the statistics. */
      leftOpen: z.array(z.string()),
    })
    .optional(),
})
export type QueueSnapshot = z.infer<typeof queueSnapshot>

/** Topic `board:<screen>`, for the TV: no service, no id, no token, no label. */
export const boardSnapshot = z.object({
  ...snapshot,
  day,
  /** What rooms are called, by id: a TV never asks for more than this. */
  rooms: z.record(z.string(), z.string()),
  /** In the order of codes, which says nothing about turns. */
  waiting: z.array(
    z.object({
      code: z.string(),
      shown: shownWait,
      /** Of a range, minutes: for other languages than the text's. Without `high`, more than `low`. */
      low: z.int().nonnegative().optional(),
      high: z.int().nonnegative().optional(),
    }),
  ),
  /** Called or in service, in the order of rooms. */
  serving: z.array(z.object({ code: z.string(), room: id })),
  /** Called in vain: "please come to the desk". In the order of codes. */
  missing: z.array(z.string()),
  /** Why times that the TV shows are later than what was said first: once each, beside no code. */
  later: z.array(z.enum(laterReasons)).optional(),
  /** Some appointments run about so many minutes late; no names. */
  delay: z.int().positive().optional(),
  /** Nobody can be called for a while; `until` is absent when nobody knows until when. */
  pause: z.object({ until: instant.optional() }).optional(),
  /** When the clinic opens next; only while it is closed, and where its hours are known. */
  opensAt: instant.optional(),
  /**
   * The newest first: the last six codes, and whatever is still to be announced beyond them (a recall of a code
   * whose call is not over yet stands beside it). A retracted one is gone when its announcement is over.
   */
  called: z.array(call),
})
export type BoardSnapshot = z.infer<typeof boardSnapshot>

/** Minutes until it is called, with the clinic's clock times where they are said; `low` alone is "more than". */
export const ticketWindow = z.object({
  low: z.int().nonnegative(),
  high: z.int().positive().optional(),
  from: z.string().optional(),
  until: z.string().optional(),
})
export type TicketWindow = Readonly<z.infer<typeof ticketWindow>>

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
      /** The figures in `shown`, for whoever says them in another language. */
      window: ticketWindow.optional(),
      /** Why the window is later than what was told first. */
      later: z.enum(laterReasons).optional(),
      /** Nobody can call it before: lunch, or a break. Only while it waits. */
      pausedUntil: instant.optional(),
      /** Only while held. */
      heldUntil: instant.optional(),
      /** Called in vain: is to come to the desk. */
      missing: z.literal(true).optional(),
      /** It is known that they need more time. */
      moreTime: z.literal(true).optional(),
      language: z.string().optional(),
      /** Its newest call, or the retraction of that call. */
      call: call.optional(),
    })
    .nullable(),
})
export type TicketSnapshot = z.infer<typeof ticketSnapshot>
