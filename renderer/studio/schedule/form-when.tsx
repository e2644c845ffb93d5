/** When: always, on certain days and hours, from one date until another, or now because it is urgent. */
import { type ReactElement, useId } from 'react'
import { weekdayNames, weekdays } from '../../../core/calendar-date.ts'
import { Check, DateField, TimeField } from '../../shared/fields.tsx'
import type { FormDraft, When } from './form-draft.ts'

const ways: readonly (readonly [When, string])[] = [
  ['always', 'Always'],
  ['hours', 'These days and hours'],
  ['dates', 'From–until'],
  ['urgent', 'Urgent'],
]
const notes: Readonly<Record<When, string>> = {
  always: 'Whenever nothing more important is scheduled.',
  hours: 'Every week, on the days and at the times chosen.',
  dates: 'Only between two dates, such as an offer.',
  urgent: 'Takes over from everything at once, even in the middle of a film, and always has an end.',
}

interface WhenState {
  readonly draft: FormDraft
  /** IANA name of the clinic's zone. */
  readonly zone: string
  readonly onChange: (more: Partial<FormDraft>) => void
}

export function FormWhen({ draft, zone, onChange }: WhenState): ReactElement {
  const name = useId()
  const { when } = draft
  return (
    <>
      <fieldset className="form-ways">
        <legend>When</legend>
        {ways.map(([way, label]) => (
          <label key={way} data-way={way}>
            <input type="radio" name={name} checked={when === way} onChange={() => onChange({ when: way })} />
            <span>{label}</span>
          </label>
        ))}
        <p className="note">{notes[when]}</p>
      </fieldset>
      {when === 'dates' && (
        <div className="form-pair">
          <DateField label="From (day)" value={draft.from} onChange={(from) => onChange({ from })} />
          <DateField label="Until (last day)" value={draft.until} onChange={(until) => onChange({ until })} />
        </div>
      )}
      {(when === 'hours' || when === 'dates') && <DaysAndHours {...{ draft, zone, onChange }} />}
      {when === 'urgent' && <Urgent {...{ draft, zone, onChange }} />}
    </>
  )
}

function DaysAndHours({ draft, zone, onChange }: WhenState): ReactElement {
  const { days, start, end, rrule } = draft
  const isLate = end <= start && end !== '24:00'
  return (
    <>
      {rrule.trim() === '' ? (
        <fieldset className="form-days">
          <legend>Days</legend>
          {weekdays.map((day) => (
            <label key={day}>
              <input
                type="checkbox"
                checked={days.includes(day)}
                aria-label={weekdayNames[day]}
                onChange={({ currentTarget: { checked } }) =>
                  onChange({ days: weekdays.filter((one) => (one === day ? checked : days.includes(one))) })
                }
              />
              <span>{weekdayNames[day].slice(0, 2)}</span>
            </label>
          ))}
        </fieldset>
      ) : (
        <p className="note">The days are chosen by the rule under Advanced.</p>
      )}
      <div className="form-pair">
        <TimeField isLabelHidden={false} label="From" value={start} onChange={(time) => onChange({ start: time })} />
        <TimeField isLabelHidden={false} isEnd label="Until" value={end} onChange={(time) => onChange({ end: time })} />
      </div>
      <p className="note">
        {isLate && 'It ends on the next day. '}
        Clinic time, {zone.replaceAll('_', ' ')}.
      </p>
    </>
  )
}

function Urgent({ draft, zone, onChange }: WhenState): ReactElement {
  const isNow = draft.urgentStart === ''
  return (
    <>
      <Check label="Begins at once" isOn={isNow} onChange={(isOn) => onChange({ urgentStart: isOn ? '' : '12:00' })} />
      {!isNow && (
        <div className="form-pair">
          <DateField label="Begins on" value={draft.urgentDate} onChange={(urgentDate) => onChange({ urgentDate })} />
          <TimeField
            isLabelHidden={false}
            label="at"
            value={draft.urgentStart}
            onChange={(urgentStart) => onChange({ urgentStart })}
          />
        </div>
      )}
      <div className="form-pair">
        <DateField
          label="Ends on"
          value={draft.urgentUntilDate}
          onChange={(urgentUntilDate) => onChange({ urgentUntilDate })}
        />
        <TimeField
          isLabelHidden={false}
          label="at"
          value={draft.urgentEnd}
          onChange={(urgentEnd) => onChange({ urgentEnd })}
        />
      </div>
      <p className="note">Clinic time, {zone.replaceAll('_', ' ')}.</p>
    </>
  )
}
