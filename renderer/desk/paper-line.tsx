/** One line of the paper list as a row of fields. */
import type { ReactElement } from 'react'
import { useDesk } from './desk-context.ts'
import { providersFor } from './lanes.ts'
import type { PaperDraft, PaperProblem } from './paper-lines.ts'

interface PaperLineState {
  readonly draft: PaperDraft
  /** From 0 on. */
  readonly line: number
  readonly problem: PaperProblem | undefined
  readonly onChange: (part: Partial<PaperDraft>) => void
  readonly onRemove: () => void
}

export function PaperLine({ draft, line, problem, onChange, onRemove }: PaperLineState): ReactElement {
  const { clinic } = useDesk()
  const service = draft.service === '' ? (clinic.services[0]?.id ?? '') : draft.service
  const providers = providersFor(service, clinic)
  const problemId = `paper-problem-${line}`
  const field = (name: keyof PaperDraft) => ({
    name: `${name}-${line}`,
    'aria-invalid': problem?.field === name,
    'aria-describedby': problem?.field === name ? problemId : undefined,
  })
  const chooseProvider = (provider: string) => {
    const room = clinic.providers.find(({ id }) => id === provider)?.room ?? clinic.rooms[0]?.id ?? ''
    onChange({ provider, room: provider === '' ? '' : draft.room === '' ? room : draft.room })
  }
  return (
    <li className="paper-line">
      <fieldset>
        <legend>Line {line + 1}</legend>
        <label>
          <span>Code</span>
          <input
            type="text"
            {...field('code')}
            value={draft.code}
            list="paper-codes"
            maxLength={4}
            autoComplete="off"
            autoCapitalize="characters"
            onChange={({ currentTarget }) => onChange({ code: currentTarget.value.trim().toUpperCase() })}
          />
        </label>
        <Choice
          label="Service"
          {...field('service')}
          value={service}
          options={clinic.services}
          onChange={(chosen) => onChange({ service: chosen, provider: '', room: '' })}
        />
        <Time
          label="Came"
          {...field('arrivedAt')}
          value={draft.arrivedAt}
          onChange={(arrivedAt) => onChange({ arrivedAt })}
        />
        <Choice
          label="With"
          {...field('provider')}
          value={draft.provider}
          none="Anyone"
          options={providers}
          onChange={chooseProvider}
        />
        <Choice
          label="Room"
          {...field('room')}
          value={draft.room}
          none="None"
          options={clinic.rooms}
          onChange={(room) => onChange({ room })}
        />
        <Time label="Ended" {...field('endedAt')} value={draft.endedAt} onChange={(endedAt) => onChange({ endedAt })} />
        <label>
          <span>How</span>
          <select
            {...field('end')}
            value={draft.end}
            disabled={draft.endedAt === ''}
            onChange={({ currentTarget }) => onChange({ end: currentTarget.value === 'left' ? 'left' : 'done' })}
          >
            <option value="done">Done</option>
            <option value="left">Left</option>
          </select>
        </label>
        <button
          type="button"
          className="action action-quiet"
          aria-label={`Remove line ${line + 1}`}
          onClick={() => onRemove()}
        >
          ×
        </button>
      </fieldset>
      {problem !== undefined && (
        <p className="paper-problem" id={problemId} role="alert">
          {problem.message}
        </p>
      )}
    </li>
  )
}

interface FieldState {
  readonly label: string
  readonly name: string
  readonly 'aria-invalid': boolean
  readonly 'aria-describedby': string | undefined
  readonly value: string
  readonly onChange: (value: string) => void
}

interface ChoiceState extends FieldState {
  /** What can be chosen instead of them. */
  readonly none?: string
  readonly options: readonly { readonly id: string; readonly name: string }[]
}

const Choice = ({ label, none, options, onChange, ...field }: ChoiceState): ReactElement => (
  <label>
    <span>{label}</span>
    <select {...field} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
      {none !== undefined && <option value="">{none}</option>}
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  </label>
)

const Time = ({ label, onChange, ...field }: FieldState): ReactElement => (
  <label>
    <span>{label}</span>
    <input type="time" {...field} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
  </label>
)
