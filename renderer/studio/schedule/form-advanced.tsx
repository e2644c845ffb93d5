/** What is needed seldom: rules of recurrence, days left out, what comes in between, priorities, screens and the ticker. */
import { type ReactElement, useId, useState } from 'react'
import { dateWords } from '../../../core/calendar-date.ts'
import { Action } from '../../shared/action.tsx'
import { Check, DateField, NumberField, SelectField, TextField } from '../../shared/fields.tsx'
import { screenName } from '../../shared/tv-now.tsx'
import type { ScreenGroup } from '../programming.ts'
import { type FormDraft, usualPriority } from './form-draft.ts'

interface AdvancedState {
  readonly draft: FormDraft
  readonly screens: readonly string[]
  readonly groups: readonly ScreenGroup[]
  readonly onChange: (more: Partial<FormDraft>) => void
}

/** So common that nobody should have to write a rule for them. */
const rules = [
  { value: '', name: 'On the weekdays chosen above' },
  { value: 'FREQ=MONTHLY;BYDAY=1MO', name: 'The first Monday of each month' },
  { value: 'FREQ=MONTHLY;BYDAY=1FR', name: 'The first Friday of each month' },
  { value: 'FREQ=MONTHLY;BYDAY=-1FR', name: 'The last Friday of each month' },
  { value: 'FREQ=MONTHLY;BYMONTHDAY=1', name: 'The first day of each month' },
]

export function FormAdvanced({ draft, screens, groups, onChange }: AdvancedState): ReactElement {
  const isSpecial =
    draft.rrule !== '' ||
    draft.except.length > 0 ||
    draft.priority !== usualPriority ||
    draft.kind !== 'normal' ||
    draft.zone !== 'main' ||
    !draft.screens.includes('all')
  // Opened once for what says more than the simple form shows, and then as somebody leaves it.
  const [isOpen, setOpen] = useState(isSpecial)
  const isUrgent = draft.when === 'urgent'
  return (
    <details className="form-advanced" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Advanced</summary>
      <div className="form-fields">
        <Screens {...{ draft, screens, groups, onChange }} />
        {!isUrgent && (
          <>
            <SelectField
              label="How it joins what else is scheduled"
              value={draft.kind}
              options={[
                { value: 'normal', name: 'Plays in its own right' },
                { value: 'interrupt', name: 'Comes in between now and then' },
              ]}
              onChange={(kind) => onChange({ kind: kind === 'interrupt' ? 'interrupt' : 'normal' })}
            />
            {draft.kind === 'interrupt' && (
              <NumberField
                label="Share of the time"
                unit="%"
                least={1}
                most={80}
                value={draft.share}
                onChange={(share) => onChange({ share })}
              />
            )}
          </>
        )}
        <NumberField
          label="Priority"
          hint="The higher one wins; the same take turns."
          unit="of 100"
          least={0}
          most={100}
          value={draft.priority}
          onChange={(priority) => onChange({ priority })}
        />
        {(draft.when === 'hours' || draft.when === 'dates') && <Rule {...{ draft, onChange }} />}
        {!isUrgent && <Exceptions {...{ draft, onChange }} />}
        <SelectField
          label="Part of the screen"
          value={draft.zone}
          options={[
            { value: 'main', name: 'Films' },
            { value: 'ticker', name: 'Ticker, the line of text below' },
          ]}
          onChange={(zone) => onChange({ zone: zone === 'ticker' ? 'ticker' : 'main' })}
        />
      </div>
    </details>
  )
}

type Part = Pick<AdvancedState, 'draft' | 'onChange'>

function Screens({ draft, screens, groups, onChange }: AdvancedState): ReactElement {
  const isAll = draft.screens.includes('all')
  const toggle = (name: string, isOn: boolean) =>
    onChange({
      screens: isOn
        ? [...draft.screens.filter((one) => one !== 'all'), name]
        : draft.screens.filter((one) => one !== name),
    })
  const names = [...groups.map(({ name }) => name), ...screens]
  return (
    <fieldset className="checks">
      <legend>Screens</legend>
      <Check
        look="chip"
        label="All"
        isOn={isAll}
        onChange={(isOn) => onChange({ screens: isOn ? ['all'] : names.slice(0, 1) })}
      />
      {names.map((name) => (
        <Check
          key={name}
          look="chip"
          label={screenName(name)}
          isOn={!isAll && draft.screens.includes(name)}
          onChange={(isOn) => toggle(name, isOn)}
        />
      ))}
    </fieldset>
  )
}

function Rule({ draft, onChange }: Part): ReactElement {
  const isReady = rules.some(({ value }) => value === draft.rrule)
  const [isOwn, setOwn] = useState(!isReady)
  return (
    <>
      <SelectField
        label="Which days"
        value={isOwn ? 'own' : draft.rrule}
        options={[...rules, { value: 'own', name: 'A rule of my own …' }]}
        onChange={(value) => {
          setOwn(value === 'own')
          onChange({ rrule: value === 'own' ? draft.rrule : value })
        }}
      />
      {isOwn && (
        <TextField
          label="Rule"
          hint="As calendars write it (RFC 5545), dates only: FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"
          most={300}
          value={draft.rrule}
          onChange={(rrule) => onChange({ rrule })}
        />
      )}
    </>
  )
}

function Exceptions({ draft, onChange }: Part): ReactElement {
  const id = useId()
  const [typed, setTyped] = useState('')
  return (
    <div className="exceptions">
      <div className="exceptions-add">
        <DateField label="Not on" value={typed} onChange={setTyped} />
        <Action
          isOff={typed === '' || draft.except.includes(typed)}
          onPress={() => {
            onChange({ except: [...draft.except, typed].sort() })
            setTyped('')
          }}
        >
          Leave out
        </Action>
      </div>
      {draft.except.length > 0 && (
        <ul aria-labelledby={id}>
          {draft.except.map((date) => (
            <li key={date}>
              {dateWords(date)}
              <Action
                look="quiet"
                label={`Put back: ${dateWords(date)}`}
                onPress={() => onChange({ except: draft.except.filter((one) => one !== date) })}
              >
                Put back
              </Action>
            </li>
          ))}
        </ul>
      )}
      <span id={id} className="unseen">
        Days left out
      </span>
    </div>
  )
}
