/** Lines written down by hand, as they are typed in, and as the hub takes them. */
import type { QueueTicket } from '../../core/queue-contract.ts'
import type { ClinicLists } from '../shared/clinic-lists.ts'
import { clockTime, instantOf } from '../shared/clinic-time.ts'
import type { QueueBody } from '../shared/press.ts'
import type { Notice } from '../shared/presses.ts'

/** Nothing in it is a label: it may be kept while it is half done. */
export interface PaperDraft {
  readonly code: string
  readonly service: string
  /** `14:30`, or empty. */
  readonly arrivedAt: string
  /** Empty: whoever performs the service. */
  readonly provider: string
  readonly room: string
  /** Empty: they still wait. */
  readonly endedAt: string
  readonly end: 'done' | 'left'
}

export const blankLine: PaperDraft = {
  code: '',
  service: '',
  arrivedAt: '',
  provider: '',
  room: '',
  endedAt: '',
  end: 'done',
}

type Field = keyof PaperDraft

/** What is wrong with a line, where. */
export interface PaperProblem {
  readonly line: number
  readonly field: Field
  readonly message: string
}

type Lines = QueueBody<'add-paper'>['lines']

export type Read =
  | { readonly kind: 'lines'; readonly lines: Lines; readonly places: readonly number[] }
  | { readonly kind: 'problem'; readonly problem: PaperProblem }
  | { readonly kind: 'empty' }

/**
 * @param at the hub's time: the times are of its day
 * @returns lines to send, with the place of each in the form; lines in which nothing was typed are left out
 */
export function readPaper(drafts: readonly PaperDraft[], at: string, { zone, services }: ClinicLists): Read {
  const typed = [...drafts.entries()].filter(
    ([, { code, arrivedAt, endedAt }]) => `${code}${arrivedAt}${endedAt}` !== '',
  )
  for (const [line, { code, arrivedAt }] of typed) {
    const problem = (field: Field, message: string): Read => ({ kind: 'problem', problem: { line, field, message } })
    if (code === '') return problem('code', 'Which code was on the card?')
    if (arrivedAt === '') return problem('arrivedAt', 'When did they come?')
  }
  if (typed.length === 0) return { kind: 'empty' }
  const lines = typed.map(([, { code, service, arrivedAt, provider, room, endedAt, end }]) => ({
    code,
    service: service === '' ? (services[0]?.id ?? '') : service,
    arrivedAt: instantOf(arrivedAt, at, zone),
    ...(provider === '' ? {} : { provider }),
    ...(room === '' ? {} : { room }),
    ...(endedAt === '' ? {} : { endedAt: instantOf(endedAt, at, zone), end }),
  }))
  return { kind: 'lines', lines, places: typed.map(([place]) => place) }
}

/**
 * @param places of the lines that were sent, in the form
 * @returns undefined when the hub did not say which line it was
 */
export function problemOf({ field = '', text }: Notice, places: readonly number[]): PaperProblem | undefined {
  const [, index, name = 'code'] = /^lines\.(\d+)(?:\.(\w+))?$/.exec(field) ?? []
  const line = index === undefined ? undefined : places[Number(index)]
  if (line === undefined) return undefined
  const isField = (wanted: string): wanted is Field => wanted in blankLine
  // The line is seen; its number and the name of the field need not be said.
  const words = text.replace(/^(?:Line \d+|lines[.\w]+): /, '')
  return { line, field: isField(name) ? name : 'code', message: words }
}

/** A line about somebody who is in the list already begins with what is known of them. */
export function knownLine(code: string, tickets: readonly QueueTicket[], zone: string): Partial<PaperDraft> {
  const ticket = tickets.find((one) => one.code === code)
  if (ticket === undefined) return {}
  const { service, provider = '', room = '', arrivedAt } = ticket
  return { service, provider, room, arrivedAt: clockTime(arrivedAt, zone) }
}
