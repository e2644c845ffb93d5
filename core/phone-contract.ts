/** The phone page's part of the contract: what whoever holds a ticket's token may see and do, and what became of it. */
import { z } from 'zod'
import type { Operation, Role } from './operation.ts'
import { feedbackTopics } from './phone-words/words.ts'
import { ticketSnapshot } from './queue-contract.ts'
import { keyParameter } from './queue-operations.ts'

/** Whoever holds the token of a ticket: nobody signs in for that. */
const patient = ['patient'] as const satisfies readonly Role[]
const staff = ['desk', 'provider', 'manager', 'administrator'] as const satisfies readonly Role[]
const managers = ['manager', 'administrator'] as const satisfies readonly Role[]

/** 160 bits. */
export const ticketToken = z.string().regex(/^[\w-]{27}$/)
/** How long after the visit its page still answers. */
export const pageLivesHours = 12
export const feedbackKeptMonths = 13

/** What the page shows: the ticket's own snapshot, its visit over or not. */
export const phoneSnapshot = ticketSnapshot.extend({
  /** IANA name of the clinic's time zone. */
  zone: z.string(),
  /** Differs when the page has something else to show. */
  version: z.string(),
  /** Advice for afterwards: of a visit that is over, when the clinic has any for its service. */
  aftercare: z.string().optional(),
  /** Whether its visit has been rated. */
  rated: z.boolean(),
  /** Not a ticket: the page that tries out whether phones can open one. */
  trial: z.literal(true).optional(),
})
export type PhoneSnapshot = z.infer<typeof phoneSnapshot>

export const phoneBodies = {
  'more-time': z.strictObject({ needed: z.boolean() }),
  leaving: z.strictObject({}),
  /** No text of one's own: people write names into it. */
  feedback: z.strictObject({
    rating: z.int().min(1).max(5),
    about: z.array(z.enum(feedbackTopics)).max(feedbackTopics.length).optional(),
  }),
} as const
export type PhoneButton = keyof typeof phoneBodies

/** Whether slips and screens may carry the address of a ticket's page. */
export const phonesAnswer = z.discriminatedUnion('state', [
  z.object({ state: z.literal('off'), message: z.string() }),
  /** No phone has opened one yet. Open `tryUrl` on a phone, through a QR code, for instance. */
  z.object({ state: z.literal('untried'), message: z.string(), tryUrl: z.string() }),
  /** The page of a ticket is at `base` + its token. */
  z.object({ state: z.literal('ready'), base: z.string(), tryUrl: z.string() }),
])
export type PhonesAnswer = z.infer<typeof phonesAnswer>

const day = z.iso.date({ error: 'A day is expected, such as 2026-11-21.' })
/** Left out, the last thirty days and today. */
export const feedbackQuery = z.strictObject({ from: day.optional(), to: day.optional() })
export const feedbackSums = z.object({
  from: z.string(),
  /** The day after the last one. */
  to: z.string(),
  answers: z.int(),
  /** How many gave 1, 2, 3, 4 and 5. */
  ratings: z.array(z.int()).length(5),
  about: z.object(Object.fromEntries(feedbackTopics.map((topic) => [topic, z.int()]))),
})
export type FeedbackSums = z.infer<typeof feedbackSums>

const token = {
  in: 'path',
  name: 'token',
  schema: ticketToken,
  description: 'as the check-in answered it',
} as const

const button = <Name extends PhoneButton>(name: Name, summary: string) =>
  ({
    method: 'post',
    path: `/t/{token}/${name}`,
    summary,
    roles: patient,
    parameters: [keyParameter, token],
    body: phoneBodies[name],
    answer: phoneSnapshot,
  }) as const satisfies Operation

export const phoneOperations = {
  ticketPage: {
    method: 'get',
    path: '/t/{token}',
    summary: `The page of a ticket, for the patient's phone, until ${pageLivesHours} hours after the visit. 404 for a token that is wrong or over`,
    roles: patient,
    parameters: [token],
  },
  ticketLive: {
    method: 'get',
    path: '/t/{token}/live',
    summary: 'What that page shows. With `after`, waits up to 10 s for another version. 404 when it is over',
    roles: patient,
    parameters: [
      token,
      { in: 'query', name: 'after', schema: z.string().max(64).optional(), description: 'the version already known' },
      {
        in: 'query',
        name: 'from',
        schema: z.string().max(300).optional(),
        description: 'the origin of the page, by which the hub learns that phones can open it',
      },
    ],
    answer: phoneSnapshot,
  },
  ticketMoreTime: button(
    'more-time',
    'The patient needs more time, or does not: desk and room see it. The place stays',
  ),
  ticketLeaving: button('leaving', 'The patient goes without being seen'),
  ticketFeedback: button(
    'feedback',
    'Rates a visit that is over; sent again, the last one counts. Kept without the ticket',
  ),
  phones: {
    method: 'get',
    path: '/api/phones',
    summary: 'Whether slips and screens may carry the address of ticket pages, and an address to try it with a phone',
    roles: staff,
    answer: phonesAnswer,
  },
  feedback: {
    method: 'get',
    path: '/api/feedback',
    summary: `How visits were rated, by day; kept ${feedbackKeptMonths} months`,
    roles: managers,
    parameters: [
      { in: 'query', name: 'from', schema: day.optional(), description: 'the first day; left out, thirty days ago' },
      {
        in: 'query',
        name: 'to',
        schema: day.optional(),
        description: 'the day after the last one; left out, tomorrow',
      },
    ],
    answer: feedbackSums,
  },
} as const satisfies Record<string, Operation>
