/** The words on a ticket: what somebody came for, what has to be known of them, and since when they are where they are. */
import { languageName } from '../../core/languages.ts'
import type { QueueTicket, Wait } from '../../core/queue-contract.ts'
import { clockTime, duration, minutesSince } from '../shared/clinic-time.ts'
import { newestCallOf, unansweredOf } from '../shared/unanswered.ts'
import { placeOf } from './call-place.ts'
import type { DeskContext } from './desk-context.ts'
import { nameOf } from './lanes.ts'
import { priorityWords, stepWords } from './needs.ts'
import { companionsOf, inWords } from './party.ts'

type Seen = Pick<DeskContext, 'clinic' | 'queue'>

/** `Filler, then Laser · for Dr Lind · booked 14:30` */
export function reasonOf(ticket: QueueTicket, { clinic }: Seen): string {
  const { service, further = [], provider, appointmentAt, state, language } = ticket
  const isInLine = state === 'waiting' || state === 'held'
  const parts = [
    [service, ...further].map((id) => nameOf(clinic.services, id)).join(', then '),
    provider !== undefined && isInLine ? `for ${nameOf(clinic.providers, provider)}` : '',
    appointmentAt === undefined ? '' : `booked ${clockTime(appointmentAt, clinic.zone)}`,
    language === undefined ? '' : languageName(language),
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

/** What must not be overlooked: goes first, who is next, who came together. */
export function marksWords(ticket: QueueTicket, { clinic, queue }: Seen): readonly string[] {
  const { id, priority, priorityReason, together } = ticket
  const next = queue.next.filter((one) => one.ticket === id || one.with?.includes(id))
  const others = companionsOf(ticket, queue.tickets).map(({ code }) => code)
  return [
    ...(priority ? [priorityReason === undefined ? 'Goes first' : `Goes first: ${priorityWords[priorityReason]}`] : []),
    ...(next.length === 0
      ? []
      : [`Next for ${next.map(({ provider }) => nameOf(clinic.providers, provider)).join(', ')}`]),
    ...(others.length === 0 ? [] : [`${together ? 'Called with' : 'Came with'} ${inWords(others)}`]),
  ]
}

export function sinceOf(ticket: QueueTicket, { clinic, queue }: Seen): readonly string[] {
  const { at } = queue
  const { state, since, arrivedAt, wait } = ticket
  const time = (iso: string) => clockTime(iso, clinic.zone)
  const ago = minutesSince(since, at)
  switch (state) {
    case 'called': {
      const called = `called ${agoWords(ago)}${againWords(ticket, { clinic, queue })}`
      return [`${placeOf(ticket, queue, clinic)} · ${called}${answerWords[unansweredOf(ticket, queue.called, at)]}`]
    }
    case 'in-service': {
      const room = nameOf(clinic.rooms, ticket.room ?? '')
      return [`${room} · since ${time(since)}${ago === 0 ? '' : `, ${duration(ago)}`}`]
    }
    case 'held':
      return heldWords(ticket, { clinic, queue })
    case 'waiting': {
      const here = minutesSince(arrivedAt, at)
      const shown = wait?.shown.text ?? ''
      const later = wait?.later === undefined || shown === '' ? [] : [laterWords[wait.later]]
      return [here === 0 ? 'just arrived' : `here ${duration(here)}`, ...(shown === '' ? [] : [shown]), ...later]
    }
    case 'done':
    case 'no-show':
    case 'left':
      return []
  }
}

/** Ready to be said to somebody who asks. */
const laterWords: Readonly<Record<NonNullable<Wait['later']>, string>> = {
  'provider-away': 'Later than we said first: a provider is late or on a break.',
  'long-visit': 'Later than we said first: a visit is taking longer than planned.',
  'others-first': 'Later than we said first: others had to go before.',
  busy: 'Later than we said first: it goes more slowly than expected.',
}

function heldWords({ since, heldUntil, missing, firstFor, step }: QueueTicket, { clinic }: Seen): readonly string[] {
  const time = (iso: string) => clockTime(iso, clinic.zone)
  const then = firstFor === undefined ? '' : `, then first for ${nameOf(clinic.providers, firstFor)}`
  if (missing) return [`Not here yet since ${time(since)}${then}`, 'The TV asks them to come to the desk.']
  const what = step === undefined ? 'On hold' : stepWords[step]
  return [heldUntil === undefined ? `${what} since ${time(since)}${then}` : `${what} until ${time(heldUntil)}${then}`]
}

const answerWords = { coming: '', missing: ', not there yet?', begun: ', so they are there' } as const

/** Whether somebody has called again since. */
function againWords({ code, since }: QueueTicket, { queue }: Seen): string {
  const newest = newestCallOf(code, queue.called)
  if (newest === undefined || Date.parse(newest.at) <= Date.parse(since)) return ''
  return `, again ${agoWords(minutesSince(newest.at, queue.at))}`
}

const agoWords = (minutes: number) => (minutes === 0 ? 'just now' : `${duration(minutes)} ago`)
