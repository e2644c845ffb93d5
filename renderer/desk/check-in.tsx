/** The form for somebody who has just come in. Half filled in, it survives a reload. */
import { type FormEvent, type ReactElement, type RefObject, useRef } from 'react'
import { Action } from '../shared/action.tsx'
import { instantOf } from '../shared/clinic-time.ts'
import { useKept } from '../shared/kept.ts'
import type { QueueBody } from '../shared/press.ts'
import { useDesk } from './desk-context.ts'
import { providersFor } from './lanes.ts'

interface Draft {
  readonly service: string
  /** Empty: whoever performs the service. */
  readonly provider: string
  readonly label: string
  /** `14:30`, or empty. */
  readonly time: string
}

const blank: Draft = { service: '', provider: '', label: '', time: '' }
/** With more services than this, a list is quicker to read than buttons. */
const mostChips = 8

interface CheckInState {
  readonly formRef: RefObject<HTMLFormElement | null>
  /** Narrow pages show the form only when somebody wants it. */
  readonly isOpen: boolean
  readonly onOpen: () => void
  /** @returns whether it worked */
  readonly onCheckIn: (body: QueueBody<'check-in'>) => Promise<boolean>
}

export function CheckIn({ formRef, isOpen, onOpen, onCheckIn }: CheckInState): ReactElement {
  const { clinic, at, canPress } = useDesk()
  const [kept, setDraft] = useKept<Draft>(sessionStorage, 'anteroom-check-in', blank)
  const isSending = useRef(false)
  // What was chosen yesterday may be gone from the lists.
  const service = clinic.services.some(({ id }) => id === kept.service) ? kept.service : (clinic.services[0]?.id ?? '')
  const providers = providersFor(service, clinic)
  const provider = providers.some(({ id }) => id === kept.provider) ? kept.provider : ''
  const change = (part: Partial<Draft>) => setDraft((draft) => ({ ...draft, ...part }))

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!canPress || isSending.current) return
    isSending.current = true
    const label = kept.label.trim()
    const isDone = await onCheckIn({
      service,
      ...(provider === '' ? {} : { provider }),
      ...(label === '' ? {} : { label }),
      ...(kept.time === '' ? {} : { appointmentAt: instantOf(kept.time, at, clinic.zone) }),
    })
    isSending.current = false
    if (isDone) setDraft({ ...blank, service })
  }

  return (
    <>
      <div className="check-in-opener" hidden={isOpen}>
        <Action look="first" shortcut="N" isOff={!canPress} onPress={onOpen}>
          Check in
        </Action>
      </div>
      <form ref={formRef} className="check-in" data-open={isOpen} onSubmit={submit} aria-label="Check in">
        <h2>Check in</h2>
        {clinic.services.length > 1 && (
          <Services value={service} onChange={(chosen) => change({ service: chosen, provider: '' })} />
        )}
        <label>
          <span>Desk label</span>
          <input
            type="text"
            name="label"
            value={kept.label}
            maxLength={24}
            dir="auto"
            autoComplete="off"
            placeholder="initials, chart number, or red coat"
            aria-describedby="label-note"
            onChange={({ currentTarget }) => change({ label: currentTarget.value })}
          />
          <small id="label-note">Seen by staff only. Erased when the day is closed.</small>
        </label>
        <div className="pair">
          {providers.length > 1 && (
            <label>
              <span>With</span>
              <select
                name="provider"
                value={provider}
                onChange={({ currentTarget }) => change({ provider: currentTarget.value })}
              >
                <option value="">Anyone</option>
                {providers.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          )}
          <label>
            <span>Booked for</span>
            <input
              type="time"
              name="time"
              value={kept.time}
              onChange={({ currentTarget }) => change({ time: currentTarget.value })}
            />
          </label>
        </div>
        <button
          type="submit"
          className="action action-first"
          disabled={!canPress}
          onClick={(event) => event.detail > 1 && event.preventDefault()}
        >
          <span>Check in</span>
          <span className="key" data-key="N" />
        </button>
      </form>
    </>
  )
}

function Services({
  value,
  onChange,
}: {
  readonly value: string
  readonly onChange: (service: string) => void
}): ReactElement {
  const { services } = useDesk().clinic
  if (services.length > mostChips) {
    return (
      <label>
        <span>Service</span>
        <select name="service" value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
          {services.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
    )
  }
  return (
    <fieldset className="chips">
      <legend>Service</legend>
      {services.map(({ id, name }) => (
        <label key={id}>
          <input type="radio" name="service" value={id} checked={value === id} onChange={() => onChange(id)} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  )
}
