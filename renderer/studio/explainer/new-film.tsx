/** The way to a new film: its title, and a template chosen by its picture and a sentence. */
import { type FormEvent, lazy, type ReactElement, Suspense, useState } from 'react'
import type { Asset } from '../../../core/asset.ts'
import { type Template, templates } from '../../../core/scene.ts'
import { Action } from '../../shared/action.tsx'
import { Dialog } from '../../shared/dialog.tsx'
import { TextField } from '../../shared/fields.tsx'
import { editAddress, pathFor } from './film-address.ts'
import { unsavedFilms } from './kept-film.ts'
import { templateWords } from './template-words.ts'

const TemplatePicture = lazy(() => import('./template-picture.tsx'))

interface NewFilmState {
  readonly assets: readonly Asset[]
  readonly onClose: () => void
}

export function NewFilm({ assets, onClose }: NewFilmState): ReactElement {
  const [title, setTitle] = useState('')
  const [template, setTemplate] = useState<Template>('procedure')
  const [unsaved] = useState(() => unsavedFilms().filter(({ isNew }) => isNew))
  const begin = (event: FormEvent) => {
    event.preventDefault()
    const named = title.trim()
    if (named === '') return
    const path = pathFor(named, new Set([...assets, ...unsaved].map((each) => each.path)))
    location.assign(editAddress({ path, template, title: named }))
  }
  return (
    <Dialog title="New film" onClose={onClose} look="wide">
      <form className="new-film" onSubmit={begin}>
        <TextField label="What is it called?" value={title} most={80} isRequired onChange={setTitle} />
        {unsaved.length > 0 && (
          <p className="new-film-unsaved">
            Begun on this computer and not saved yet:
            {unsaved.map(({ path, title: named }) => (
              <a key={path} className="action action-plain" href={editAddress({ path })}>
                <bdi>{named}</bdi>
              </a>
            ))}
          </p>
        )}
        <fieldset>
          <legend>Which template?</legend>
          <div className="template-list">
            {templates.map((name) => (
              <label key={name} className="template-choice">
                <input
                  type="radio"
                  name="template"
                  value={name}
                  checked={name === template}
                  onChange={() => setTemplate(name)}
                />
                <span className="template-picture">
                  <Suspense fallback={null}>
                    <TemplatePicture template={name} />
                  </Suspense>
                </span>
                <span className="template-words">
                  <b>{templateWords[name].name}</b>
                  <small>{templateWords[name].note}</small>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <div className="dialog-actions">
          <Action look="quiet" onPress={onClose}>
            Cancel
          </Action>
          <button type="submit" className="action action-first" disabled={title.trim() === ''}>
            Begin with its example
          </button>
        </div>
      </form>
    </Dialog>
  )
}
