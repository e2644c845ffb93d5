/** On to another provider or service, with the same code and the same time of arrival. */
import { type ReactElement, useState } from 'react'
import { useDesk } from './desk-context.ts'
import type { TicketErrand } from './errand.ts'
import { FormDialog } from './form-dialog.tsx'
import { nameOf, providersFor } from './lanes.ts'

export function SendOnDialog({ ticket, presses, onClose }: TicketErrand): ReactElement {
  const { clinic } = useDesk()
  const { id, code } = ticket
  const [service, setService] = useState(ticket.service)
  const [wanted, setWanted] = useState('')
  const providers = providersFor(service, clinic)
  // Chosen before the service was, and unable to perform it.
  const provider = providers.some((one) => one.id === wanted) ? wanted : ''
  const send = async () => {
    const body = { ticket: id, service, provider: provider === '' ? null : provider }
    const to = provider === '' ? '' : ` with ${nameOf(clinic.providers, provider)}`
    const words = `${code} sent on to ${nameOf(clinic.services, service)}${to}`
    return (await presses.send('transfer', body, () => words)) !== undefined
  }
  return (
    <FormDialog title={`Send ${code} on`} verb="Send on" presses={presses} onClose={onClose} onSend={send}>
      {clinic.services.length > 1 && (
        <label>
          <span>For</span>
          <select name="service" value={service} onChange={({ currentTarget }) => setService(currentTarget.value)}>
            {clinic.services.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
      )}
      <fieldset className="chips">
        <legend>With</legend>
        {[{ id: '', name: 'Anyone' }, ...providers].map((one) => (
          <label key={one.id}>
            <input type="radio" name="provider" checked={provider === one.id} onChange={() => setWanted(one.id)} />
            <span>{one.name}</span>
          </label>
        ))}
      </fieldset>
      <p className="errand-note">The code stays {code}, and so does the time of arrival.</p>
    </FormDialog>
  )
}
