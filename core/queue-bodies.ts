/** What each button of the queue sends and answers. Instants are ISO 8601 UTC. */

import { z } from 'zod'
import { languageTag } from './language.ts'
import { oneLine } from './one-line.ts'
import {
  answeredTicket,
  destination,
  holdStep,
  id,
  instant,
  need,
  presence,
  priorityReason,
  ticketState,
} from './queue-contract.ts'

const line = (most: number) => oneLine().min(1).max(most)

const steps = z.array(id).min(1).max(5)
const needs = z.array(need).max(3)
const about = { ticket: id }
/** With `party`, whoever came with it does the same, as far as they can. */
const aboutParty = z.strictObject({ ...about, party: z.boolean().optional() })

/**
 * The tickets whose visit whoever presses knows to end. 409 `called-meanwhile` if it were others, or one whom somebody
 * else called within the last three seconds; left out, whoever is there.
 */
const finishes = z.array(id).max(20).optional()

/** `POST /api/queue/<name>`: what each button sends. */
export const queueBodies = {
  'check-in': z.strictObject({
    service: id,
    /** Further services of the same visit, one after another. */
    further: steps.optional(),
    /** Only this provider; left out, whoever performs the service. */
    provider: id.optional(),
    appointmentAt: instant.optional(),
    /** The id of the booking they came with. 409 `already-here` when somebody has come with it. */
    booking: id.optional(),
    /** At most four hours back; left out, now. */
    arrivedAt: instant.optional(),
    language: languageTag.optional(),
    priority: z.boolean().optional(),
    priorityReason: priorityReason.optional(),
    label: line(24).optional(),
    needs: needs.optional(),
    /** One word for tickets that came together. */
    party: line(40).optional(),
    /** *Call next* calls the whole party at once. */
    together: z.boolean().optional(),
  }),
  'call-next': z.strictObject({ provider: id, room: id, to: destination.optional(), finishes }),
  call: z.strictObject({
    ...about,
    party: z.boolean().optional(),
    provider: id,
    room: id,
    to: destination.optional(),
    finishes,
  }),
  recall: z.strictObject(about),
  ask: z.strictObject(about),
  here: aboutParty,
  'not-here': aboutParty,
  back: aboutParty,
  start: aboutParty,
  finish: aboutParty,
  'no-show': aboutParty,
  leave: aboutParty,
  return: z.strictObject(about),
  /** `until`: then it waits again by itself; at most twelve hours. */
  hold: z.strictObject({
    ...about,
    party: z.boolean().optional(),
    until: instant.optional(),
    step: holdStep.optional(),
  }),
  resume: aboutParty,
  /** One of the two at least; `provider: null` is whoever performs the service. */
  transfer: z.strictObject({ ...about, service: id.optional(), provider: id.nullable().optional() }),
  /** What is left out stays; null takes away. */
  edit: z.strictObject({
    ...about,
    service: id.optional(),
    further: steps.nullable().optional(),
    provider: id.nullable().optional(),
    appointmentAt: instant.nullable().optional(),
    booking: id.nullable().optional(),
    arrivedAt: instant.optional(),
    language: languageTag.nullable().optional(),
    priority: z.boolean().optional(),
    priorityReason: priorityReason.nullable().optional(),
    label: line(24).nullable().optional(),
    needs: needs.optional(),
    party: line(40).nullable().optional(),
    together: z.boolean().nullable().optional(),
  }),
  /** `show`: the TV says so at once; otherwise after two minutes. */
  'provider-late': z.strictObject({ provider: id, minutes: z.int().min(1).max(240), show: z.boolean().optional() }),
  'provider-break': z.strictObject({ provider: id, until: instant }),
  'provider-done': z.strictObject({ provider: id }),
  'provider-back': z.strictObject({ provider: id }),
  /** All lines or none; a 422 names the line, from 0 on in `field`, from 1 on in the message. */
  'add-paper': z.strictObject({
    lines: z
      .array(
        z.strictObject({
          /** One of `paperCodes`, or of a ticket that is here. */
          code: z.string().regex(/^[A-Z][0-9]{2,3}$/, 'A code is expected, such as K47.'),
          service: id,
          arrivedAt: instant,
          provider: id.optional(),
          room: id.optional(),
          /** Left out, they still wait. */
          endedAt: instant.optional(),
          /** Left out, done. */
          end: z.enum(['done', 'left']).optional(),
        }),
      )
      .min(1)
      .max(100),
  }),
  /** `event`: the revision a button answered with; left out, whatever the caller did last. */
  undo: z.strictObject({ event: z.int().positive().optional() }),
  /** Refused while somebody is still here, unless `anyway`: they are then recorded as left open. */
  'close-day': z.strictObject({ anyway: z.boolean().optional() }),
} as const
export type QueueButton = keyof typeof queueBodies

const revision = z.int().positive()
/** `with`: the others of the party it happened to. */
const ticketAnswer = z.object({ revision, ticket: answeredTicket, with: z.array(answeredTicket).optional() })
/** `presence` is absent when the provider can be counted on again. */
const providerAnswer = z.object({ revision, provider: id, presence: presence.optional() })

/** What each button answers when it did something; `revision` is what undo takes as `event`. */
export const queueAnswers = {
  'check-in': z.object({
    revision,
    ticket: z.object({ id, code: z.string(), token: z.string(), service: id, state: ticketState }),
  }),
  'call-next': ticketAnswer,
  call: ticketAnswer,
  recall: ticketAnswer,
  ask: ticketAnswer,
  here: ticketAnswer,
  'not-here': ticketAnswer,
  back: ticketAnswer,
  start: ticketAnswer,
  finish: ticketAnswer,
  'no-show': ticketAnswer,
  leave: ticketAnswer,
  return: ticketAnswer,
  hold: ticketAnswer,
  resume: ticketAnswer,
  transfer: ticketAnswer,
  edit: ticketAnswer,
  'provider-late': providerAnswer,
  'provider-break': providerAnswer,
  'provider-done': providerAnswer,
  'provider-back': providerAnswer,
  'add-paper': z.object({ revision, tickets: z.array(answeredTicket) }),
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
