/** Sets right what was entered wrong; only what was changed is sent, and the code and the place in line stay. */
import { type ReactElement, useState } from 'react'
import { clockTime } from '../shared/clinic-time.ts'
import { randomId } from '../shared/press.ts'
import { useDesk } from './desk-context.ts'
import type { TicketErrand } from './errand.ts'
import { FormDialog } from './form-dialog.tsx'
import { isHere, isServing, providersFor } from './lanes.ts'
import { PartyField } from './party-field.tsx'
import { draftOf, type EditDraft, editsOf } from './visit-draft.ts'
import { FurtherField, LanguageField, NeedsField, PriorityField, ProviderField, TimeField } from './visit-fields.tsx'

export function EditDialog({ ticket, presses, onClose }: TicketErrand): ReactElement {
  const { queue, clinic } = useDesk()
  const { code } = ticket
  // As it was when the dialog was opened: another desk's change of another field is not taken back.
  const [before] = useState(ticket)
  const [draft, setDraft] = useState(() => draftOf(before, queue.tickets, clinic.zone))
  const change = (part: Partial<EditDraft>) => setDraft((known) => ({ ...known, ...part }))
  const chooseService = (service: string) => {
    const canStay = providersFor(service, clinic).some(({ id }) => id === draft.provider)
    change({ service, ...(canStay ? {} : { provider: '' }) })
  }
  const send = async () => {
    const word = randomId()
    const edits = editsOf(before, draft, queue.tickets, { at: queue.at, zone: clinic.zone }, word)
    for (const edit of edits) {
      const answer = await presses.send('edit', edit, () => `${code} set right`, word)
      if (answer === undefined) return false
    }
    return true
  }
  const others = queue.tickets.filter((one) => one.id !== ticket.id && isHere(one))
  return (
    <FormDialog title={`Edit ${code}`} verb="Save" look="wide" presses={presses} onClose={onClose} onSend={send}>
      <div className="edit-fields">
        <label>
          <span>Desk label</span>
          <input
            type="text"
            name="label"
            maxLength={24}
            dir="auto"
            autoComplete="off"
            value={draft.label}
            onChange={({ currentTarget }) => change({ label: currentTarget.value })}
          />
        </label>
        <label>
          <span>Service</span>
          <select
            name="service"
            value={draft.service}
            onChange={({ currentTarget }) => chooseService(currentTarget.value)}
          >
            {clinic.services.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {!isServing(ticket) && <ProviderField draft={draft} change={change} />}
        <TimeField label="Booked for" name="time" value={draft.time} onChange={(time) => change({ time })} />
        <TimeField
          label="Here since"
          name="arrived"
          value={draft.arrived}
          onChange={(arrived) => change({ arrived })}
        />
        <LanguageField draft={draft} change={change} />
      </div>
      <NeedsField draft={draft} change={change} />
      <PriorityField draft={draft} change={change} />
      <FurtherField draft={draft} change={change} />
      {others.length > 0 && <PartyField draft={draft} others={others} change={change} />}
      <p className="errand-note">
        {code} keeps its code and its place. Arrival can go back four hours; now it is{' '}
        {clockTime(queue.at, clinic.zone)}.
      </p>
    </FormDialog>
  )
}
