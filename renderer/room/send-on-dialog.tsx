/** On to something or somebody else, with the same code and the same time of arrival. */
import { type ReactElement, useState } from 'react'
import { performs } from '../../core/clinic.ts'
import type { QueueTicket } from '../../core/queue-contract.ts'
import { Action } from '../shared/action.tsx'
import { Dialog } from '../shared/dialog.tsx'
import type { QueueBody } from '../shared/press.ts'
import { useRoom } from './room-context.ts'

interface SendOnState {
  readonly ticket: QueueTicket
  /** Who sends them. */
  readonly from: string
  readonly onSend: (body: QueueBody<'transfer'>) => void
  readonly onClose: () => void
}

export function SendOnDialog({ ticket, from, onSend, onClose }: SendOnState): ReactElement {
  const { clinic, canPress } = useRoom()
  const [service, setService] = useState(ticket.further?.[0] ?? ticket.service)
  const [provider, setProvider] = useState('')
  const able = clinic.providers.filter(({ id }) => performs(clinic, id, service))
  const wanted = able.some(({ id }) => id === provider) ? provider : ''
  const others = able.filter(({ id }) => id !== from)
  // To nobody in particular for the same service: that would be this very room again.
  const isSame = service === ticket.service && (wanted === '' ? others.length === 0 : wanted === from)
  return (
    <Dialog title={`Send ${ticket.code} on`} onClose={onClose}>
      <p>They wait again, with the same code and the same time of arrival.</p>
      <div className="fields">
        <label>
          For
          <select value={service} onChange={({ currentTarget }) => setService(currentTarget.value)}>
            {clinic.services.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          With
          <select value={wanted} onChange={({ currentTarget }) => setProvider(currentTarget.value)}>
            <option value="">Whoever performs it</option>
            {able.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      {isSame && <p>Choose another service or another provider.</p>}
      <div className="dialog-actions">
        <Action look="quiet" onPress={onClose}>
          Cancel
        </Action>
        <Action
          look="first"
          isOff={!canPress || isSame}
          onPress={() => onSend({ ticket: ticket.id, service, provider: wanted === '' ? null : wanted })}
        >
          Send on
        </Action>
      </div>
    </Dialog>
  )
}
