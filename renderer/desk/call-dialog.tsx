/** Calls a certain patient, out of turn: by whom, and where to. */
import { type ReactElement, useState } from 'react'
import { callPlaceOf, whereTo } from './call-place.ts'
import { useDesk } from './desk-context.ts'
import { subjectFor, type TicketErrand } from './errand.ts'
import { FormDialog } from './form-dialog.tsx'
import { nameOf, providersFor } from './lanes.ts'

export function CallDialog({ ticket, scope, lanes, presses, onClose }: TicketErrand): ReactElement {
  const { queue, clinic } = useDesk()
  const able = providersFor(ticket.service, clinic)
  const possible = lanes.filter(({ provider }) => able.some(({ id }) => id === provider.id))
  const wanted = ticket.firstFor ?? ticket.provider
  const [chosen, choose] = useState(wanted ?? possible[0]?.provider.id)
  const lane = possible.find(({ provider }) => provider.id === chosen) ?? possible[0]
  const who = subjectFor(ticket, scope, queue.tickets)
  const ends = lane?.tickets.filter(({ room }) => room === lane.room).map(({ code }) => code) ?? []
  const send = async () => {
    if (lane === undefined) return false
    const body = { ticket: ticket.id, ...(scope === 'party' ? { party: true } : {}), ...callPlaceOf(lane) }
    return (await presses.send('call', body, () => `${who.codes} called ${whereTo(lane, clinic)}`)) !== undefined
  }
  return (
    <FormDialog title={`Call ${who.codes} now`} verb="Call" presses={presses} onClose={onClose} onSend={send}>
      <fieldset className="chips">
        <legend>For</legend>
        {possible.map(({ provider }) => (
          <label key={provider.id}>
            <input
              type="radio"
              name="provider"
              checked={provider.id === lane?.provider.id}
              onChange={() => choose(provider.id)}
            />
            <span>{provider.name}</span>
          </label>
        ))}
      </fieldset>
      {lane !== undefined && (
        <p className="errand-note">
          Called {whereTo(lane, clinic)}.{' '}
          {ends.length > 0 && `This finishes ${ends.join(' and ')} with ${nameOf(clinic.providers, lane.provider.id)}.`}
        </p>
      )}
    </FormDialog>
  )
}
