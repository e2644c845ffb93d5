/** What stands at the top of a film: its title, its look, what it is about and for whom. */
import { type ReactElement, useMemo, useState } from 'react'
import type { PlacedProblem } from '../../../core/explainer-contract.ts'
import { type ExplainerKind, explainerKinds } from '../../../core/explainer-kind.ts'
import { templates } from '../../../core/scene.ts'
import { SelectField } from '../../shared/fields.tsx'
import { CardProvider } from './card-context.ts'
import { templateWords } from './template-words.ts'
import { UnreadSettings } from './unread-settings.tsx'
import { WordsField } from './words-field.tsx'

export type FilmSettings = Readonly<Record<string, unknown>>

interface SettingsState {
  readonly settings: FilmSettings
  /** As they stand in the file, up to the first scene. */
  readonly written: string
  /** They cannot be read: there are no fields until that is mended. */
  readonly unreadable: PlacedProblem | undefined
  /** By the name of the setting. */
  readonly problems: ReadonlyMap<string, string>
  /** @param value undefined leaves the setting out */
  readonly onChange: (name: string, value: string | number | undefined) => void
  /** In a translation, those of the original. */
  readonly original: FilmSettings | undefined
  readonly onWrite: (written: string) => void
  readonly onSource: () => void
  /** The first or the last picture of the film is being edited. */
  readonly onChoose: (name: 'title' | 'closing') => void
}

const kindWords: Readonly<Record<ExplainerKind, string>> = {
  welcome: 'Welcome: plays at once',
  queue: 'How waiting works: plays at once',
  privacy: 'Privacy: plays at once',
  closing: 'Closing time: plays where a playlist names it',
  treatment: 'A treatment: plays once a clinician has checked it',
  offer: 'An offer: plays once a clinician has checked it',
}
const practices = [
  { value: '', name: 'Every practice' },
  { value: 'aesthetic', name: 'Aesthetic practice' },
  { value: 'medical', name: 'Medical practice' },
]

export function SettingsFields(state: SettingsState): ReactElement {
  const { settings, written, unreadable, problems, original, onChange, onWrite, onSource, onChoose } = state
  const [isMending, setMending] = useState(false)
  const world = useMemo(
    () => ({
      problemAt: (at: string) => (problems.has(at) ? (ownWords(at, settings[at]) ?? problems.get(at)) : undefined),
      originalAt: (at: string) => {
        const words = original?.[at]
        return at !== 'minutes' && typeof words === 'string' ? words : undefined
      },
    }),
    [problems, settings, original],
  )
  const words = (name: string): string => {
    const value = settings[name]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  const write = (name: string) => (value: string) =>
    onChange(name, value === '' && name !== 'title' ? undefined : value)
  const minutes = (value: string) => {
    const number = Number(value)
    onChange('minutes', value.trim() === '' ? undefined : Number.isInteger(number) ? number : value)
  }
  if (unreadable !== undefined || isMending)
    return <UnreadSettings {...{ written, unreadable, onWrite, onSource }} onMending={setMending} />
  return (
    <CardProvider value={world}>
      <section
        className="edit-settings"
        aria-labelledby="edit-settings"
        onFocus={({ target }) => onChoose(target.closest('[data-at="closing"]') === null ? 'title' : 'closing')}
      >
        <h3 id="edit-settings">The film</h3>
        <div className="card-fields">
          <WordsField label="Title" at="title" value={words('title')} onChange={write('title')} />
          <WordsField
            label="Line under it"
            isOptional
            at="subtitle"
            value={words('subtitle')}
            onChange={write('subtitle')}
          />
          <WordsField
            label="Last words"
            isOptional
            at="closing"
            hint="Left empty, the film ends with the clinic’s own words."
            value={words('closing')}
            onChange={write('closing')}
          />
          <SelectField
            label="What it is about"
            value={words('kind')}
            options={[
              { value: '', name: 'Not said: plays once a clinician has checked it' },
              ...explainerKinds.map((value) => ({ value, name: kindWords[value] })),
            ]}
            onChange={write('kind')}
          />
          <div className="pair">
            <SelectField
              label="Template"
              value={words('template')}
              hint={templateWords[templates.find((name) => name === settings.template) ?? 'procedure'].note}
              options={[
                ...(problems.has('template') ? [{ value: words('template'), name: 'Choose a template …' }] : []),
                ...templates.map((value) => ({ value, name: templateWords[value].name })),
              ]}
              onChange={write('template')}
            />
            <WordsField label="Minutes it takes" isOptional at="minutes" value={words('minutes')} onChange={minutes} />
            <SelectField
              label="For which practice"
              value={words('profile')}
              options={practices}
              onChange={write('profile')}
            />
          </div>
          {[...problems]
            .filter(([name]) => !shown.has(name))
            .map(([name, message]) => (
              <p className="field-problem" key={name}>
                {ownWords(name, settings[name]) ?? message}
              </p>
            ))}
        </div>
      </section>
    </CardProvider>
  )
}

const shown: ReadonlySet<string> = new Set(['title', 'subtitle', 'closing', 'minutes'])

/** A form has fields, where the file has names and signs. */
function ownWords(name: string, value: unknown): string | undefined {
  if (name === 'title' && (value === '' || value === undefined)) return 'Write a title.'
  if (name === 'template') return 'Choose a template.'
  return name === 'minutes' && typeof value === 'string' ? 'Write a whole number, such as 30.' : undefined
}
