/** One provider: who is called or with them, the button that calls the next one, and whether they are there at all. */
import type { ReactElement } from 'react'
import { Action } from '../shared/action.tsx'
import { Menu } from '../shared/menu.tsx'
import { elsewhereWords } from './call-place.ts'
import { useDesk } from './desk-context.ts'
import { type Elsewhere, isOverdue, type Lane } from './lanes.ts'
import { LatePrompt } from './late-prompt.tsx'
import { NextUp } from './next-up.tsx'
import { awayText, presenceOf, presenceText } from './presence.ts'
import { type ProviderButton, providerButtons } from './provider-buttons.ts'
import { Ticket } from './ticket.tsx'

interface LaneState {
  readonly lane: Lane
  readonly onCallNext: () => void
  /** @param place the id of a room, or `to desk`, `to seat` */
  readonly onPlace: (place: string) => void
  readonly onProvider: (button: ProviderButton) => void
}

export function LaneCard({ lane, onCallNext, onPlace, onProvider }: LaneState): ReactElement {
  const { clinic, queue, at, canPress } = useDesk()
  const { provider, room, to, digit, tickets } = lane
  const presence = presenceOf(queue.presence, provider.id)
  const away = queue.away?.find((one) => one.provider === provider.id)
  const overdue = tickets.filter((ticket) => isOverdue(ticket, { at, called: queue.called }))
  return (
    <section className="lane" aria-label={provider.name} data-away={presence?.kind}>
      <header>
        <h3>{provider.name}</h3>
        <Menu
          label={`${provider.name}: late, break, finished`}
          isOff={!canPress}
          groups={[
            {
              items: providerButtons(presence).map((button) => ({
                label: button.label,
                onPress: () => onProvider(button),
              })),
            },
          ]}
        >
          <span aria-hidden="true">•••</span>
        </Menu>
      </header>
      {presence !== undefined && <p className="presence">{presenceText(presence, at, clinic.zone)}</p>}
      {away !== undefined && <p className="presence">{awayText(away, clinic.zone)}</p>}
      <LatePrompt provider={provider} />
      {tickets.length === 0 ? (
        <p className="free">{presence === undefined && away === undefined ? 'Free' : 'Nobody inside'}</p>
      ) : (
        <ul>
          {tickets.map((ticket) =>
            overdue.includes(ticket) ? (
              <li key={ticket.id} className="lane-absent">
                <b>{ticket.code}</b> called, not there yet: see above
              </li>
            ) : (
              <Ticket key={ticket.id} ticket={ticket} />
            ),
          )}
        </ul>
      )}
      <div className="lane-foot">
        <Action
          look="first"
          shortcut={digit?.toString()}
          isOff={!canPress}
          label={`Call next for ${provider.name}`}
          onPress={onCallNext}
        >
          Call next
        </Action>
        <select
          value={to === undefined ? room : `to ${to}`}
          aria-label={`Where ${provider.name} calls to`}
          onChange={({ currentTarget }) => onPlace(currentTarget.value)}
        >
          {clinic.rooms.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          {(Object.keys(elsewhereWords) as Elsewhere[]).map((where) => (
            <option key={where} value={`to ${where}`}>
              {elsewhereWords[where]}
            </option>
          ))}
        </select>
        <NextUp lane={lane} />
      </div>
    </section>
  )
}
