/** What can be said of one line: how long it stands, how often it comes, and whether it is heard. */
import { type ReactElement, useId, useState } from 'react'
import { longestText } from '../../../core/playlist-file.ts'
import { Check, SelectField } from '../../shared/fields.tsx'
import type { Entry } from './entry.ts'
import { type ItemOptions, isMuted, objectOf, targetOf, weightOf } from './items.ts'

const weights = [
  'As often as the others',
  'Twice as often',
  ...[3, 4, 5, 6, 7, 8, 9, 10].map((n) => `${n} times as often`),
]
const spans = [
  { value: '', name: 'Whenever its turn comes' },
  ...['5m', '10m', '15m', '30m', '1h', '2h', '4h'].map((value) => ({
    value,
    name: `At most every ${spanWords(value)}`,
  })),
]

function spanWords(span: string): string {
  const words = { s: ' seconds', m: ' minutes', h: span === '1h' ? ' hour' : ' hours' } as const
  return span.replace(/[smh]$/, (unit) => words[unit as keyof typeof words])
}

interface OptionsState {
  readonly entry: Entry
  readonly isOff: boolean
  readonly onChange: (changes: ItemOptions, words: string) => void
  readonly onText: (text: string) => void
}

export function EntryOptions({ entry, isOff, onChange, onText }: OptionsState): ReactElement {
  const { item, kind, title, asset } = entry
  const { seconds, atMostEvery } = objectOf(item)
  const known = spans.some(({ value }) => value === (atMostEvery ?? ''))
  const options = known
    ? spans
    : [...spans, { value: atMostEvery ?? '', name: `At most every ${spanWords(atMostEvery ?? '')}` }]
  const standsWords =
    kind === 'folder'
      ? 'Seconds for each picture'
      : asset?.kind === 'image' || kind === 'text'
        ? 'Seconds it stands'
        : 'Cut after, in seconds'
  return (
    <fieldset className="entry-options" disabled={isOff}>
      <legend className="unseen">{title}</legend>
      {kind === 'text' && <Words text={targetOf(item)} onText={onText} />}
      {kind !== 'playlist' && (
        <Seconds
          label={standsWords}
          seconds={seconds}
          onChange={(wanted) =>
            onChange({ seconds: wanted }, wanted === undefined ? `${title}: its own length` : `${title}: ${wanted} s`)
          }
        />
      )}
      <SelectField
        label="How often"
        value={String(weightOf(item))}
        options={weights.map((name, at) => ({ value: String(at + 1), name }))}
        onChange={(value) => {
          const weight = Number(value)
          onChange(
            { weight: weight === 1 ? undefined : weight },
            `${title}: ${(weights[weight - 1] ?? '').toLowerCase()}`,
          )
        }}
      />
      <SelectField
        label="But not too often"
        value={atMostEvery ?? ''}
        options={options}
        onChange={(span) =>
          onChange(
            { atMostEvery: span === '' ? undefined : span },
            span === '' ? `${title}: no limit` : `${title}: at most every ${spanWords(span)}`,
          )
        }
      />
      {kind !== 'text' && asset?.kind !== 'image' && (
        <Check
          label="Without sound here"
          isOn={isMuted(item)}
          onChange={(isOn) =>
            onChange({ mute: isOn ? true : undefined }, `${title}: ${isOn ? 'without' : 'with'} sound`)
          }
        />
      )}
    </fieldset>
  )
}

interface SecondsState {
  readonly label: string
  readonly seconds: number | undefined
  readonly onChange: (seconds: number | undefined) => void
}

/** Taken over when it is left or Enter is pressed: half a number is not one. */
function Seconds({ label, seconds, onChange }: SecondsState): ReactElement {
  const id = useId()
  const [typed, setTyped] = useState<string>()
  const settle = () => {
    if (typed === undefined) return
    setTyped(undefined)
    const wanted = typed.trim() === '' ? undefined : Number(typed)
    const bounded = wanted === undefined || Number.isNaN(wanted) ? undefined : Math.min(3_600, Math.max(1, wanted))
    if (bounded !== seconds) onChange(bounded)
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="number"
        inputMode="decimal"
        min={1}
        max={3_600}
        placeholder="its own length"
        value={typed ?? seconds ?? ''}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={settle}
        onKeyDown={({ key }) => key === 'Enter' && settle()}
      />
    </div>
  )
}

function Words({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }): ReactElement {
  const id = useId()
  const [typed, setTyped] = useState(text)
  return (
    <div className="field entry-text">
      <label htmlFor={id}>What it says</label>
      <input
        id={id}
        type="text"
        dir="auto"
        maxLength={longestText}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={() => typed.trim() !== '' && typed.trim() !== text && onText(typed.trim())}
        onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
      />
    </div>
  )
}
