/** A film in its languages: one tab for each, and a way to begin another with the same scenes. */
import { type ReactElement, useId, useState } from 'react'
import { languageName, languages } from '../../../core/languages.ts'
import { Action } from '../../shared/action.tsx'
import { editAddress, type FilmVariant, pathIn, variantName } from './film-address.ts'

interface LanguagesState {
  readonly path: string
  readonly variants: readonly FilmVariant[]
  /** Of the film whose name says no language. */
  readonly own: string
  /** Nothing is saved yet that another language could begin with. */
  readonly isOff: boolean
}

export function LanguagesBar({ path, variants, own, isOff }: LanguagesState): ReactElement {
  const id = useId()
  const [wanted, setWanted] = useState('')
  const known = new Set(variants.map(({ tag }) => tag ?? own))
  return (
    <div className="edit-languages">
      <nav aria-label="Languages of this film">
        {variants.map((variant) => (
          <a
            key={variant.path}
            href={editAddress({ path: variant.path })}
            aria-current={variant.path === path ? 'page' : undefined}
            lang={variant.tag ?? own}
          >
            {variantName(variant, own)}
          </a>
        ))}
      </nav>
      <label htmlFor={id} className="unseen">
        Add a language
      </label>
      <select id={id} value={wanted} disabled={isOff} onChange={({ currentTarget }) => setWanted(currentTarget.value)}>
        <option value="">Add a language…</option>
        {languages
          .filter(({ tag }) => !known.has(tag))
          .map(({ tag, name }) => (
            <option key={tag} value={tag}>
              {name} · {languageName(tag)}
            </option>
          ))}
      </select>
      {wanted !== '' && (
        <Action onPress={() => location.assign(editAddress({ path: pathIn(path, wanted), from: path }))}>
          Begin with these scenes
        </Action>
      )}
    </div>
  )
}
