/** Another scene: chosen by name and sign, behind the one that is being edited. */
import { type ReactElement, useState } from 'react'
import { Dialog } from '../../shared/dialog.tsx'
import { Icon } from '../icons.tsx'
import type { CardKind } from './film-draft.ts'
import { KindSign, kindNames, kinds } from './kinds.tsx'

export function AddScene({ onAdd }: { readonly onAdd: (kind: CardKind) => void }): ReactElement {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="action action-plain edit-add" onClick={() => setOpen(true)}>
        <Icon name="add" />
        Add a scene
      </button>
      {isOpen && (
        <Dialog title="Which kind of scene?" onClose={() => setOpen(false)} look="wide">
          <ul className="kind-list">
            {kindNames.map((kind) => (
              <li key={kind}>
                <button
                  type="button"
                  className="kind-choice"
                  onClick={() => {
                    setOpen(false)
                    onAdd(kind)
                  }}
                >
                  <KindSign kind={kind} size={32} />
                  <span>
                    <b>{kinds[kind].name}</b>
                    <small>{kinds[kind].note}</small>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  )
}
