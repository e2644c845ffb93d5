/** The few kinds of fields the settings are made of: each with its label, its hint and room for a finger. */
import { type ReactElement, type ReactNode, useId } from 'react'

interface FieldState {
  readonly label: string
  readonly hint?: ReactNode
  /** Seen by those who hear the page only. */
  readonly isLabelHidden?: boolean
}

interface TextState extends FieldState {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly most?: number
  readonly placeholder?: string
  readonly isRequired?: boolean
  /** Nothing is cut off while it is typed or pasted: `problem` says that it is too long. */
  readonly isWhole?: boolean
  readonly problem?: string | undefined
}

export function TextField({
  label,
  hint,
  isLabelHidden,
  value,
  onChange,
  most = 60,
  ...rest
}: TextState): ReactElement {
  const id = useId()
  const { problem, isWhole = false } = rest
  const notes = [hint === undefined ? '' : `${id}-hint`, problem === undefined ? '' : `${id}-problem`]
  return (
    <Labelled {...{ id, label, hint, isLabelHidden }}>
      <input
        id={id}
        type="text"
        value={value}
        maxLength={isWhole ? undefined : most}
        dir="auto"
        autoComplete="off"
        placeholder={rest.placeholder}
        required={rest.isRequired ?? false}
        aria-invalid={problem !== undefined}
        aria-describedby={notes.filter((note) => note !== '').join(' ') || undefined}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      {problem !== undefined && (
        <span id={`${id}-problem`} className="field-problem">
          {problem}
        </span>
      )}
    </Labelled>
  )
}

interface NumberState extends FieldState {
  readonly value: number
  readonly onChange: (value: number) => void
  readonly least: number
  readonly most: number
  readonly step?: number
  readonly unit: string
}

export function NumberField({ label, hint, isLabelHidden, value, onChange, least, most, step, unit }: NumberState) {
  const id = useId()
  return (
    <Labelled {...{ id, label, hint, isLabelHidden }}>
      <span className="with-unit">
        <input
          id={id}
          type="number"
          inputMode="decimal"
          min={least}
          max={most}
          step={step ?? 1}
          // An empty field is on its way to another number.
          value={Number.isNaN(value) ? '' : value}
          onChange={({ currentTarget }) => onChange(currentTarget.valueAsNumber)}
        />
        {unit}
      </span>
    </Labelled>
  )
}

interface TimeState extends FieldState {
  /** `09:30`; `24:00` is the end of the day. */
  readonly value: string
  readonly onChange: (value: string) => void
  /** Midnight then means the end of the day. */
  readonly isEnd?: boolean
}

export function TimeField({ label, value, onChange, isEnd = false, isLabelHidden = true }: TimeState): ReactElement {
  const id = useId()
  return (
    <Labelled {...{ id, label, isLabelHidden }}>
      <input
        id={id}
        type="time"
        value={value === '24:00' ? '00:00' : value}
        required
        onChange={({ currentTarget }) => {
          const wanted = currentTarget.value
          // Half a time that is being typed has no value: the one before stays.
          if (wanted !== '') onChange(isEnd && wanted === '00:00' ? '24:00' : wanted)
        }}
      />
    </Labelled>
  )
}

interface DateState extends FieldState {
  readonly value: string
  /** Also while it is being typed: a day long ago, and "" for half a date. */
  readonly onChange: (value: string) => void
  readonly earliest?: string
  readonly latest?: string
  readonly onLeave?: () => void
}

export function DateField(state: DateState): ReactElement {
  const { label, value, onChange, isLabelHidden, earliest, latest, onLeave } = state
  const id = useId()
  return (
    <Labelled {...{ id, label, isLabelHidden }}>
      <input
        id={id}
        type="date"
        value={value}
        min={earliest}
        max={latest}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        onBlur={onLeave}
      />
    </Labelled>
  )
}

interface ChoiceState<Value extends string> extends FieldState {
  readonly value: Value
  readonly options: readonly {
    readonly value: Value
    readonly name: string
    readonly note?: string
    /** Not yet possible; the note says why. */
    readonly isOff?: boolean
  }[]
  readonly onChange: (value: Value) => void
}

/** One of a few, each with a sentence that says what it means. */
export function Choice<Value extends string>({ label, value, options, onChange }: ChoiceState<Value>): ReactElement {
  const name = useId()
  return (
    <fieldset className="choice">
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.isOff}
            onChange={() => onChange(option.value)}
          />
          <span>
            <b>{option.name}</b>
            {option.note !== undefined && <small>{option.note}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

interface SelectState extends FieldState {
  readonly value: string
  readonly options: readonly { readonly value: string; readonly name: string }[]
  readonly onChange: (value: string) => void
}

export function SelectField({ label, hint, isLabelHidden, value, options, onChange }: SelectState): ReactElement {
  const id = useId()
  return (
    <Labelled {...{ id, label, hint, isLabelHidden }}>
      <select id={id} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

interface CheckState {
  readonly label: ReactNode
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  readonly look?: 'chip' | 'line'
}

export function Check({ label, isOn, onChange, look = 'line' }: CheckState): ReactElement {
  return (
    <label className={`check check-${look}`}>
      <input type="checkbox" checked={isOn} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
      <span>{label}</span>
    </label>
  )
}

interface LabelledState {
  readonly id: string
  readonly label: string
  readonly hint?: ReactNode
  readonly isLabelHidden?: boolean | undefined
  readonly children: ReactNode
}

function Labelled({ id, label, hint, isLabelHidden = false, children }: LabelledState): ReactElement {
  return (
    <div className="field">
      <label htmlFor={id} className={isLabelHidden ? 'unseen' : undefined}>
        {label}
      </label>
      {children}
      {hint !== undefined && <small id={`${id}-hint`}>{hint}</small>}
    </div>
  )
}
