/** One ticket: its code, how the desk knows the patient, since when it is where it is, and what can be done with it. */
import type { KeyboardEvent, ReactElement } from 'react'
import type { QueueTicket } from '../../core/queue-contract.ts'
import { Action } from '../shared/action.tsx'
import { Menu } from '../shared/menu.tsx'
import { NeedIcon, needWords } from '../shared/need-icon.tsx'
import { useDesk } from './desk-context.ts'
import { isLate, isOverdue } from './lanes.ts'
import { allOf, companionsOf, usualScope } from './party.ts'
import { buttonsOf, isForParty, type TicketButton } from './ticket-buttons.ts'
import { menuGroupsOf } from './ticket-menu.ts'
import { marksWords, reasonOf, sinceOf } from './ticket-words.ts'

export function Ticket({ ticket }: { readonly ticket: QueueTicket }): ReactElement {
  const desk = useDesk()
  const { id, code, label, state } = ticket
  const isChosen = desk.chosen === id
  const overdue = isOverdue(ticket, { at: desk.at, called: desk.queue.called })
  const { shown, more } = buttonsOf(ticket, overdue)
  const companions = companionsOf(ticket, desk.queue.tickets)
  const isTogether = companions.length > 0 && usualScope(ticket) === 'party'
  const words = (button: TicketButton) =>
    isTogether && isForParty(button) ? forAll(button.label, allOf(companions.length + 1)) : button.label
  return (
    <li className="ticket-row">
      <article
        className="ticket"
        data-ticket={id}
        data-state={state}
        data-missing={ticket.missing}
        data-chosen={isChosen}
        data-alert={overdue || isLate(ticket)}
        aria-label={label === undefined ? code : `${code}, ${label}`}
        aria-current={isChosen}
        tabIndex={-1}
        onFocus={() => desk.choose(id)}
        onKeyDown={openMenu}
      >
        <b className="code">{code}</b>
        <div className="who">
          {label !== undefined && <strong dir="auto">{label}</strong>}
          <span>{reasonOf(ticket, desk)}</span>
        </div>
        <Marks ticket={ticket} />
        <p className="when">
          {sinceOf(ticket, desk).map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
        <div className="ticket-actions">
          {shown.map((button) => (
            <Action
              key={button.name}
              shortcut={button.key.toUpperCase()}
              isOff={!desk.canPress}
              look={isMain(button) ? 'plain' : 'quiet'}
              label={`${words(button)}: ${code}`}
              onPress={() => desk.onTicket(button, ticket)}
            >
              {words(button)}
            </Action>
          ))}
          <Menu
            label={`More for ${code}`}
            isOff={!desk.canPress}
            groups={menuGroupsOf({ ticket, companions, shown, more }, desk)}
          >
            More
          </Menu>
        </div>
      </article>
    </li>
  )
}

/** `Hold both…`, `Gone all 3` */
const forAll = (label: string, all: string) =>
  label.endsWith('…') ? `${label.slice(0, -1)} ${all}…` : `${label} ${all}`

function Marks({ ticket }: { readonly ticket: QueueTicket }): ReactElement | null {
  const words = marksWords(ticket, useDesk())
  if (words.length === 0 && ticket.needs.length === 0) return null
  return (
    <ul className="marks" aria-label="Notes">
      {words.map((mark) => (
        <li key={mark}>{mark}</li>
      ))}
      {ticket.needs.map((need) => (
        <li key={need} className="mark-need">
          <NeedIcon need={need} />
          {needWords[need]}
        </li>
      ))}
    </ul>
  )
}

/** Enter on the row itself, not on one of its buttons. */
function openMenu({ key, target, currentTarget }: KeyboardEvent<HTMLElement>): void {
  if (key === 'Enter' && target === currentTarget) currentTarget.querySelector<HTMLElement>('.menu-opener')?.click()
}

const mainNames: readonly TicketButton['name'][] = ['here', 'finish', 'back', 'resume']
const isMain = ({ name }: TicketButton) => mainNames.includes(name)
