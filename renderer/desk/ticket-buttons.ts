/** What can be done with one ticket: which buttons it has in which state, their keys, and how each is told afterwards. */
import type { QueueTicket } from '../../core/queue-contract.ts'

/** Whom a sentence is about: `K47 is`, `K47 and M36 are`. */
export interface Subject {
  readonly codes: string
  readonly is: 'is' | 'are'
  readonly has: 'has' | 'have'
}

interface Button {
  /** On the keyboard. */
  readonly key: string
  readonly label: string
  /** Completes "the chosen patient …". */
  readonly does: string
}

/** Happens at once. */
export interface PressButton extends Button {
  readonly kind: 'press'
  readonly name: 'here' | 'recall' | 'not-here' | 'back' | 'resume' | 'finish' | 'leave' | 'no-show' | 'ask'
  /** @param room its name, once the ticket was called */
  readonly words: (who: Subject, room: string) => string
}

/** Has to ask something first, in a dialog. */
export interface AskingButton extends Button {
  readonly kind: 'asking'
  readonly name: 'hold' | 'call' | 'send-on' | 'edit'
}

export type TicketButton = PressButton | AskingButton
type Name = TicketButton['name']

export const ticketButtons: readonly TicketButton[] = [
  {
    kind: 'press',
    name: 'here',
    key: 'h',
    label: 'Here',
    does: 'is in the room',
    words: ({ codes, is }, room) => `${codes} ${is} in ${room}`,
  },
  {
    kind: 'press',
    name: 'recall',
    key: 'r',
    label: 'Call again',
    does: 'is called again',
    words: ({ codes }) => `${codes} called again`,
  },
  {
    kind: 'press',
    name: 'not-here',
    key: 'm',
    label: 'Not here yet',
    does: 'was called in vain, and the provider is free',
    words: ({ codes, is }) => `${codes} ${is} not here yet; the TV asks them to come to the desk`,
  },
  {
    kind: 'press',
    name: 'back',
    key: 'b',
    label: 'Back',
    does: 'is there after all and comes first',
    words: ({ codes, is }) => `${codes} ${is} back`,
  },
  {
    kind: 'press',
    name: 'resume',
    key: 'b',
    label: 'Resume',
    does: 'waits again, before the hold is over',
    words: ({ codes, is }) => `${codes} ${is} waiting again`,
  },
  {
    kind: 'press',
    name: 'finish',
    key: 'f',
    label: 'Finish',
    does: 'is finished',
    words: ({ codes }) => `${codes} finished`,
  },
  {
    kind: 'press',
    name: 'leave',
    key: 'g',
    label: 'Gone',
    does: 'has gone',
    words: ({ codes, has }) => `${codes} ${has} gone`,
  },
  { kind: 'asking', name: 'hold', key: 'w', label: 'Hold…', does: 'is out of the line for a while' },
  { kind: 'asking', name: 'send-on', key: 's', label: 'Send on…', does: 'goes on to another provider or service' },
  { kind: 'asking', name: 'call', key: 'c', label: 'Call now…', does: 'is called out of turn' },
  {
    kind: 'press',
    name: 'ask',
    key: 'p',
    label: 'Please come to the desk',
    does: 'is asked for on the TV',
    words: ({ codes }) => `The TV asks ${codes} to come to the desk`,
  },
  {
    kind: 'asking',
    name: 'edit',
    key: 'e',
    label: 'Edit…',
    does: 'was entered wrong',
  },
  {
    kind: 'press',
    name: 'no-show',
    key: 'x',
    label: 'No-show',
    does: 'was booked and never came',
    words: ({ codes }) => `${codes} did not come`,
  },
]

const buttonNamed = (name: Name): TicketButton => ticketButtons.find((one) => one.name === name) as TicketButton

export interface ButtonSet {
  /** On the ticket itself. */
  readonly shown: readonly TicketButton[]
  /** Behind *More*. */
  readonly more: readonly TicketButton[]
}

/** @param isOverdue called some minutes ago, and nobody has come */
export function buttonsOf({ state, missing, appointmentAt }: QueueTicket, isOverdue: boolean): ButtonSet {
  const [shown, more] = namesFor(state, missing === true, isOverdue)
  const isPossible = (name: Name) => name !== 'no-show' || appointmentAt !== undefined
  return { shown: shown.map(buttonNamed), more: more.filter(isPossible).map(buttonNamed) }
}

/** Whether it can be done with a whole party; the others are about one visit. */
export const isForParty = ({ name }: TicketButton): boolean => !['ask', 'edit', 'send-on'].includes(name)

type Names = readonly [shown: readonly Name[], more: readonly Name[]]

function namesFor(state: QueueTicket['state'], isMissing: boolean, isOverdue: boolean): Names {
  switch (state) {
    case 'waiting':
      return [
        ['hold', 'leave'],
        ['call', 'ask', 'send-on', 'edit', 'no-show'],
      ]
    case 'held':
      return [
        [isMissing ? 'back' : 'resume', 'leave'],
        ['call', 'ask', 'hold', 'send-on', 'edit', 'no-show'],
      ]
    case 'called':
      return isOverdue
        ? [
            ['here', 'recall', 'not-here', 'leave'],
            ['ask', 'hold', 'send-on', 'edit', 'finish'],
          ]
        : [
            ['here', 'recall', 'not-here'],
            ['leave', 'ask', 'hold', 'send-on', 'edit', 'finish'],
          ]
    case 'in-service':
      return [
        ['finish', 'hold'],
        ['send-on', 'edit', 'leave'],
      ]
    case 'done':
    case 'no-show':
    case 'left':
      return [[], []]
  }
}

/** States in which a key means something even when nobody has chosen a ticket, as long as only one can be meant. */
const meant: Readonly<Record<string, readonly QueueTicket['state'][]>> = {
  h: ['called'],
  r: ['called'],
  m: ['called'],
  b: ['held'],
  f: ['called', 'in-service'],
}

/**
 * The ticket a key is about: the chosen one, else the only one it can be about.
 *
 * @returns undefined when somebody has to choose first
 */
export function meantBy(
  key: string,
  tickets: readonly QueueTicket[],
  chosen: QueueTicket | undefined,
): QueueTicket | undefined {
  if (chosen !== undefined) return chosen
  const possible = tickets.filter(({ state }) => meant[key]?.includes(state))
  return possible.length === 1 ? possible[0] : undefined
}

export type KeyMeaning =
  | { readonly kind: 'button'; readonly button: TicketButton }
  /** `text`: why it does nothing. */
  | { readonly kind: 'nothing'; readonly text: string }

/** What a key does to a ticket. A button it has not got is sent all the same: the hub says why it does nothing. */
export function meaningOf(key: string, ticket: QueueTicket): KeyMeaning {
  const { shown, more } = buttonsOf(ticket, false)
  const own = [...shown, ...more].find((button) => button.key === key)
  if (own !== undefined) return { kind: 'button', button: own }
  const other = ticketButtons.find((button) => button.key === key)
  if (other?.kind === 'press' && other.name !== 'no-show') return { kind: 'button', button: other }
  const text =
    other?.name === 'no-show'
      ? `${ticket.code} has no booking. Who has come and gone again is Gone (G).`
      : `${other?.label.replace('…', '') ?? key} is not for ${ticket.code} now.`
  return { kind: 'nothing', text }
}
