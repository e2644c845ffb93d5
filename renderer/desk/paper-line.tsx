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
        <label>
          <span>Service</span>
          <select
            {...field('service')}
            value={service}
            onChange={({ currentTarget }) => onChange({ service: currentTarget.value, provider: '', room: '' })}
          >
            {clinic.services.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>Came</span>
          <input
            type="time"
            {...field('arrivedAt')}
            value={draft.arrivedAt}
            onChange={({ currentTarget }) => onChange({ arrivedAt: currentTarget.value })}
          />
        </label>
        <label>
          <span>With</span>
          <select
            {...field('provider')}
            value={draft.provider}
            onChange={({ currentTarget }) => chooseProvider(currentTarget.value)}
          >
            <option value="">Anyone</option>
            {providers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>Room</span>
          <select
            {...field('room')}
            value={draft.room}
            onChange={({ currentTarget }) => onChange({ room: currentTarget.value })}
          >
            <option value="">None</option>
            {clinic.rooms.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>Ended</span>
          <input
            type="time"
            {...field('endedAt')}
            value={draft.endedAt}
            onChange={({ currentTarget }) => onChange({ endedAt: currentTarget.value })}
          />
        </label>
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
