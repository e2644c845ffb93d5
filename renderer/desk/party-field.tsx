/** With whom somebody came, and whether they are called at once. */
import type { ReactElement } from 'react'
import type { QueueTicket } from '../../core/queue-contract.ts'
import type { EditDraft } from './visit-draft.ts'

interface PartyFieldState {
  readonly draft: EditDraft
  readonly others: readonly QueueTicket[]
  readonly change: (part: Partial<EditDraft>) => void
}

export function PartyField({ draft: { cameWith, together }, others, change }: PartyFieldState): ReactElement {
  return (
    <div className="pair">
      <label>
        <span>Came with</span>
        <select
          name="came-with"
          value={cameWith}
          onChange={({ currentTarget }) => change({ cameWith: currentTarget.value })}
        >
          <option value="">Nobody</option>
          {others.map(({ id, code, label }) => (
            <option key={id} value={id}>
              {label === undefined ? code : `${code} · ${label}`}
            </option>
          ))}
        </select>
      </label>
      {cameWith !== '' && <TogetherField together={together} onChange={(chosen) => change({ together: chosen })} />}
    </div>
  )
}

interface TogetherFieldState {
  readonly together: boolean
  readonly onChange: (together: boolean) => void
}

export function TogetherField({ together, onChange }: TogetherFieldState): ReactElement {
  return (
    <fieldset className="chips">
      <legend>Called</legend>
      {[true, false].map((one) => (
        <label key={String(one)}>
          <input type="radio" name="together" checked={together === one} onChange={() => onChange(one)} />
          <span>{one ? 'at once' : 'one after another'}</span>
        </label>
      ))}
    </fieldset>
  )
}
