/** Out of the line for a while: with a time they come back by themselves. */
import { type ReactElement, useState } from 'react'
import type { HoldStep } from '../../core/queue-state.ts'
import { clockTime } from '../shared/clinic-time.ts'
import { useDesk } from './desk-context.ts'
import { subjectFor, type TicketErrand } from './errand.ts'
import { FormDialog } from './form-dialog.tsx'
import { nameOf } from './lanes.ts'
import { allSteps, stepWords } from './needs.ts'
import { instantUntil, type Until, UntilPicker } from './until-picker.tsx'

const minutes = [5, 10, 20, 30]

export function HoldDialog({ ticket, scope, presses, onClose }: TicketErrand): ReactElement {
  const { queue, clinic } = useDesk()
  const { at } = queue
  const [until, setUntil] = useState<Until>({ kind: 'open' })
  const [step, setStep] = useState<HoldStep>()
  const who = subjectFor(ticket, scope, queue.tickets)
  // Whoever is called or in the room was begun by somebody, who goes on with them.
  const provider = ticket.state === 'called' || ticket.state === 'in-service' ? ticket.provider : ticket.firstFor
  const send = async () => {
    const instant = instantUntil(until, { at, zone: clinic.zone })
    const time = instant === undefined ? '' : ` until ${clockTime(instant, clinic.zone)}`
    const body = {
      ticket: ticket.id,
      ...(scope === 'party' ? { party: true } : {}),
      ...(instant === undefined ? {} : { until: instant }),
      ...(step === undefined ? {} : { step }),
    }
    return (await presses.send('hold', body, () => `${who.codes} on hold${time}`)) !== undefined
  }
  return (
    <FormDialog title={`Hold ${who.codes}`} verb="Hold" presses={presses} onClose={onClose} onSend={send}>
      <UntilPicker
        legend="Until"
        openLabel="No set time"
        minutes={minutes}
        value={until}
        onChange={setUntil}
        at={at}
        zone={clinic.zone}
      />
      <fieldset className="chips">
        <legend>Meanwhile</legend>
        {[undefined, ...allSteps].map((one) => (
          <label key={one ?? ''}>
            <input type="radio" name="step" checked={step === one} onChange={() => setStep(one)} />
            <span>{one === undefined ? 'Just waiting' : stepWords[one]}</span>
          </label>
        ))}
      </fieldset>
      <p className="errand-note">
        {until.kind === 'open' ? 'They keep their place until Resume (B).' : 'Then they wait again by themselves.'}
        {provider !== undefined && ` ${nameOf(clinic.providers, provider)} calls them first.`}
      </p>
    </FormDialog>
  )
}
