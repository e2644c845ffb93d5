/** Until when: some minutes from now, a time of the clock, or, where that makes sense, nobody knows. */
import type { ReactElement } from 'react'
import { clockTime, instantOf } from '../shared/clinic-time.ts'
import type { Typing } from './visit-draft.ts'

export type Until =
  | { readonly kind: 'open' }
  | { readonly kind: 'minutes'; readonly minutes: number }
  | { readonly kind: 'time'; readonly time: string }

/** @returns ISO 8601 UTC; undefined when it is open, or not typed yet */
export function instantUntil(until: Until, { at, zone }: Typing): string | undefined {
  switch (until.kind) {
    case 'open':
      return undefined
    case 'minutes':
      return new Date(Date.parse(at) + until.minutes * 60_000).toISOString()
    case 'time':
      return until.time === '' ? undefined : instantOf(until.time, at, zone)
  }
}

interface UntilPickerState extends Typing {
  readonly legend: string
  readonly minutes: readonly number[]
  /** What it is called to leave it open; absent where a time is needed. */
  readonly openLabel?: string
  readonly value: Until
  readonly onChange: (until: Until) => void
}

export function UntilPicker({ legend, minutes, openLabel, value, onChange, at, zone }: UntilPickerState): ReactElement {
  const chosen = instantUntil(value, { at, zone })
  return (
    <fieldset className="chips until">
      <legend>{legend}</legend>
      {openLabel !== undefined && (
        <label>
          <input
            type="radio"
            name="until"
            checked={value.kind === 'open'}
            onChange={() => onChange({ kind: 'open' })}
          />
          <span>{openLabel}</span>
        </label>
      )}
      {minutes.map((one) => (
        <label key={one}>
          <input
            type="radio"
            name="until"
            checked={value.kind === 'minutes' && value.minutes === one}
            onChange={() => onChange({ kind: 'minutes', minutes: one })}
          />
          <span>{one} min</span>
        </label>
      ))}
      <input
        type="time"
        name="until-time"
        aria-label={`${legend} (a time)`}
        data-chosen={value.kind === 'time'}
        value={value.kind === 'time' ? value.time : ''}
        onChange={({ currentTarget }) => onChange({ kind: 'time', time: currentTarget.value })}
      />
      <p className="until-words">
        {value.kind === 'minutes' && chosen !== undefined && `until ${clockTime(chosen, zone)}`}
      </p>
    </fieldset>
  )
}
