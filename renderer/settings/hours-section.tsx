/** The week: when the clinic opens and closes, and its lunch. */
import type { ReactElement } from 'react'
import type { Span, Week } from '../../core/calendar.ts'
import { type Weekday, weekdayNames, weekdays } from '../../core/calendar-date.ts'
import { Action } from '../shared/action.tsx'
import { Check, TimeField } from '../shared/fields.tsx'
import type { Draft } from './draft.ts'
import { Section } from './section.tsx'

const usual: Span = { start: '09:00', end: '18:00' }
const afternoon: Span = { start: '14:00', end: '18:00' }
const usualLunch: Span = { start: '12:30', end: '13:30' }
const workdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri']

/** What most clinics begin with. */
export const usualWeek: Week = {
  ...{ mon: [usual], tue: [usual], wed: [usual], thu: [usual], fri: [usual] },
  ...{ sat: [], sun: [] },
}

interface HoursState {
  readonly draft: Draft
  /** What does not fit together. */
  readonly contradictions: readonly string[]
}

export function HoursSection({ draft, contradictions }: HoursState): ReactElement {
  const { calendar } = draft.values
  const { weekly, lunch, ...rest } = calendar
  const note =
    'The queue, the TV and the closing of the day go by them. While the clinic is closed, the TV says when it opens.'
  if (weekly === undefined) {
    return (
      <Section id="hours" title="Opening hours" note={note}>
        <p className="blank">
          Nobody has entered the hours yet, so the clinic is never taken for closed.{' '}
          <Action onPress={() => draft.change('calendar', { ...calendar, weekly: usualWeek })}>Enter the hours</Action>
        </p>
      </Section>
    )
  }
  const changeDays = (days: readonly Weekday[], hours: Span[]) =>
    draft.change('calendar', {
      ...calendar,
      weekly: { ...weekly, ...Object.fromEntries(days.map((day) => [day, hours])) },
    })
  const [first = 'mon', ...others] = workdays
  const canCopy = others.some((day) => JSON.stringify(weekly[day]) !== JSON.stringify(weekly[first]))
  return (
    <Section id="hours" title="Opening hours" note={note}>
      <ul className="week">
        {weekdays.map((day) => (
          <li key={day} className="week-day">
            <Check
              label={weekdayNames[day]}
              isOn={weekly[day].length > 0}
              onChange={(isOpen) => changeDays([day], isOpen ? [usual] : [])}
            />
            <Hours name={weekdayNames[day]} hours={weekly[day]} onChange={(hours) => changeDays([day], hours)} />
          </li>
        ))}
      </ul>
      {canCopy && (
        <p className="add">
          <Action onPress={() => changeDays(others, weekly[first])}>Monday’s hours until Friday</Action>
        </p>
      )}
      <div className="lunch">
        <Check
          label="Lunch: the clinic stays open, and waiting times allow for it"
          isOn={lunch !== undefined}
          onChange={(isOn) => draft.change('calendar', isOn ? { ...calendar, lunch: usualLunch } : { ...rest, weekly })}
        />
        {lunch !== undefined && (
          <Between
            name="Lunch"
            span={lunch}
            onChange={(changed) => draft.change('calendar', { ...calendar, lunch: changed })}
          />
        )}
      </div>
      <Contradictions sentences={contradictions} />
    </Section>
  )
}

export function Contradictions({ sentences }: { readonly sentences: readonly string[] }): ReactElement {
  return (
    <ul className="contradictions" role="status" aria-label="What does not fit together">
      {sentences.map((sentence) => (
        <li key={sentence} className="contradiction">
          {sentence}
        </li>
      ))}
    </ul>
  )
}

interface DayHoursState {
  readonly name: string
  readonly hours: Span[]
  readonly onChange: (hours: Span[]) => void
}

export function Hours({ name, hours, onChange }: DayHoursState): ReactElement {
  if (hours.length === 0) return <p className="closed">Closed</p>
  return (
    <div className="spans">
      {hours.map((span, index) => (
        <div key={index} className="span">
          <Between
            name={index === 0 ? name : `${name}, hours ${index + 1}`}
            span={span}
            onChange={(changed) => onChange(hours.map((one, at) => (at === index ? changed : one)))}
          />
          {hours.length > 1 && (
            <Action
              look="quiet"
              label={`Remove ${span.start} to ${span.end} on ${name}`}
              onPress={() => onChange(hours.filter((_, at) => at !== index))}
            >
              Remove
            </Action>
          )}
        </div>
      ))}
      {hours.length < 3 && (
        <Action look="quiet" label={`Add hours on ${name}`} onPress={() => onChange([...hours, nextAfter(hours)])}>
          Add hours
        </Action>
      )}
    </div>
  )
}

const nextAfter = (hours: readonly Span[]): Span => {
  const end = hours.at(-1)?.end ?? '12:00'
  return end < afternoon.start ? afternoon : { start: end, end: '24:00' }
}

interface BetweenState {
  readonly name: string
  readonly span: Span
  readonly onChange: (span: Span) => void
}

export const Between = ({ name, span, onChange }: BetweenState): ReactElement => (
  <span className="between">
    <TimeField label={`${name}: from`} value={span.start} onChange={(start) => onChange({ ...span, start })} />
    <span aria-hidden="true">–</span>
    <TimeField label={`${name}: until`} value={span.end} isEnd onChange={(end) => onChange({ ...span, end })} />
  </span>
)
