/** The form for somebody who has just come in. Half filled in, it survives a reload. */
import { type FormEvent, type ReactElement, type RefObject, useRef } from 'react'
import { Action } from '../shared/action.tsx'
import type { ClinicLists } from '../shared/clinic-lists.ts'
import { useKept } from '../shared/kept.ts'
import { type QueueBody, randomId } from '../shared/press.ts'
import { ArrivalFields } from './arrival-fields.tsx'
import { useDesk } from './desk-context.ts'
import { providersFor } from './lanes.ts'
import { type ArrivalDraft, arrivalsOf, blankArrival } from './visit-draft.ts'
import { ProviderField, TimeField } from './visit-fields.tsx'

/** With more services than this, a list is quicker to read than buttons. */
const mostChips = 8

interface CheckInState {
  readonly formRef: RefObject<HTMLFormElement | null>
  /** Narrow pages show the form only when somebody wants it. */
  readonly isOpen: boolean
  readonly onOpen: () => void
  /** One body for each person. @returns how many are checked in; the first of them, in this order */
  readonly onCheckIn: (...people: readonly QueueBody<'check-in'>[]) => Promise<number>
}

export function CheckIn({ formRef, isOpen, onOpen, onCheckIn }: CheckInState): ReactElement {
  const { clinic, at, canPress } = useDesk()
  const [kept, setDraft] = useKept<ArrivalDraft>(sessionStorage, 'anteroom-check-in', blankArrival)
  const isSending = useRef(false)
  const draft = fitting({ ...blankArrival, ...kept }, clinic)
  const { service } = draft
  const change = (part: Partial<ArrivalDraft>) => setDraft((before) => ({ ...before, ...part }))

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!canPress || isSending.current) return
    isSending.current = true
    const done = await onCheckIn(...arrivalsOf(draft, { at, zone: clinic.zone }, randomId()))
    isSending.current = false
    if (done === draft.people) setDraft({ ...blankArrival, service })
    // Those who are checked in are not checked in twice.
    else if (done > 0) change({ people: draft.people - done })
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
          <span className="label-head">
            Desk label <small>staff only, erased at closing</small>
          </span>
          <input
            type="text"
            name="label"
            value={draft.label}
            maxLength={24}
            dir="auto"
            autoComplete="off"
            placeholder="initials, chart number, or red coat"
            onChange={({ currentTarget }) => change({ label: currentTarget.value })}
          />
        </label>
        <div className="pair">
          <ProviderField draft={draft} change={change} />
          <TimeField label="Booked for" name="time" value={draft.time} onChange={(time) => change({ time })} />
        </div>
        <ArrivalFields draft={draft} change={change} />
        <button
          type="submit"
          className="action action-first"
          disabled={!canPress}
          onClick={(event) => event.detail > 1 && event.preventDefault()}
        >
          <span>{draft.people === 1 ? 'Check in' : `Check in ${draft.people} people`}</span>
          <span className="key" data-key="N" />
        </button>
      </form>
    </>
  )
}

/** Without what has left the clinic's lists since it was chosen. */
function fitting(draft: ArrivalDraft, clinic: ClinicLists): ArrivalDraft {
  const isKnown = (wanted: string) => clinic.services.some(({ id }) => id === wanted)
  const service = isKnown(draft.service) ? draft.service : (clinic.services[0]?.id ?? '')
  const provider = providersFor(service, clinic).some(({ id }) => id === draft.provider) ? draft.provider : ''
  return { ...draft, service, provider, further: draft.further.filter(isKnown) }
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
