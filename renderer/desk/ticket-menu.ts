/** What stands behind *More* on a ticket: the rarer buttons, and the same for the others of its party. */
import type { QueueTicket } from '../../core/queue-contract.ts'
import type { MenuGroup } from '../shared/menu.tsx'
import type { DeskContext } from './desk-context.ts'
import { handOutKeys } from './key-lines.ts'
import { allOf, inWords, type Scope, usualScope } from './party.ts'
import { type ButtonSet, isForParty, type TicketButton } from './ticket-buttons.ts'

interface Asked extends ButtonSet {
  readonly ticket: QueueTicket
  readonly companions: readonly QueueTicket[]
}

export function menuGroupsOf(
  { ticket, companions, shown, more }: Asked,
  { onTicket, handOut }: DeskContext,
): readonly MenuGroup[] {
  const item = (button: TicketButton, scope: Scope) => ({
    label: button.label,
    onPress: () => onTicket(button, ticket, scope),
  })
  const usual = usualScope(ticket)
  const own = more.map((button) => ({ ...item(button, usual), shortcut: button.key.toUpperCase() }))
  const out = [
    { label: 'Print slip', shortcut: handOutKeys.slip.toUpperCase(), onPress: () => handOut.printSlip(ticket) },
    { label: 'Show code', shortcut: handOutKeys.show.toUpperCase(), onPress: () => handOut.turnAround(ticket) },
  ]
  if (companions.length === 0) return [{ items: own }, { items: out }]
  const codes = [ticket, ...companions].map(({ code }) => code)
  const heading = usual === 'party' ? `Only ${ticket.code}` : `${inCapitals(allOf(codes.length))}: ${inWords(codes)}`
  const other: Scope = usual === 'party' ? 'alone' : 'party'
  const items = [...shown, ...more].filter(isForParty).map((button) => item(button, other))
  return [{ items: own }, { items: out }, { heading, items }]
}

const inCapitals = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
