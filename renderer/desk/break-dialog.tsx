/** Away until a time. */
import { type ReactElement, useState } from 'react'
import type { Provider } from '../../core/clinic.ts'
import { clockTime } from '../shared/clinic-time.ts'
import { useDesk } from './desk-context.ts'
import type { ErrandState } from './errand.ts'
import { FormDialog } from './form-dialog.tsx'
import { instantUntil, type Until, UntilPicker } from './until-picker.tsx'

interface BreakState extends ErrandState {
  readonly provider: Provider
}

export function BreakDialog({ provider: { id, name }, presses, onClose }: BreakState): ReactElement {
  const { queue, clinic } = useDesk()
  const { at } = queue
  const [until, setUntil] = useState<Until>({ kind: 'minutes', minutes: 30 })
  const send = async () => {
    const instant = instantUntil(until, { at, zone: clinic.zone })
    if (instant === undefined) return false
    const words = () => `${name} on a break until ${clockTime(instant, clinic.zone)}`
    return (await presses.send('provider-break', { provider: id, until: instant }, words)) !== undefined
  }
  return (
    <FormDialog title={`Break for ${name}`} verb="Break" presses={presses} onClose={onClose} onSend={send}>
      <UntilPicker
        legend="Until"
        minutes={[15, 30, 45, 60]}
        value={until}
        onChange={setUntil}
        at={at}
        zone={clinic.zone}
      />
      <p className="errand-note">Waiting times count with it. Calling somebody ends the break.</p>
    </FormDialog>
  )
}
