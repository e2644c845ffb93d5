/** The entries of a list: one that is named in place, and the ways to add one and take one out. */
import { type ReactElement, type ReactNode, useRef } from 'react'
import { Action } from '../shared/action.tsx'
import { TextField } from '../shared/fields.tsx'
import { mostEntry, tooLong } from './lengths.ts'

interface EntryState {
  readonly what: 'room' | 'provider' | 'service'
  readonly name: string
  /** The last one stays. */
  readonly isOnly: boolean
  /** Another one is called so. */
  readonly isDouble: boolean
  readonly onName: (name: string) => void
  readonly onRemove: () => void
  /** What else is said of it, in its row. */
  readonly children?: ReactNode
  readonly below?: ReactNode
}

export const Entry = ({
  what,
  name,
  isOnly,
  isDouble,
  onName,
  onRemove,
  children,
  below,
}: EntryState): ReactElement => (
  <li className={`entry entry-${what}`}>
    <TextField
      label={`Name of the ${what}`}
      isLabelHidden
      isRequired
      isWhole
      problem={isDouble ? `Another ${what} is called so.` : tooLong('The name', name, mostEntry)}
      value={name}
      onChange={onName}
    />
    {children}
    <Remove what={name || `this ${what}`} isOff={isOnly} onPress={onRemove} />
    {below}
  </li>
)

interface RemoveState {
  readonly what: string
  readonly isOff?: boolean
  readonly onPress: () => void
}

export const Remove = ({ what, isOff = false, onPress }: RemoveState): ReactElement => (
  <Action look="quiet" label={`Remove ${what}`} isOff={isOff} onPress={onPress}>
    Remove
  </Action>
)

export function Add({ words, onPress }: { readonly words: string; readonly onPress: () => void }): ReactElement {
  const place = useRef<HTMLParagraphElement>(null)
  const add = () => {
    const before = lastEntry(place.current)
    onPress()
    // Whoever adds an entry names it next; with the focus still here, each space they type would add another.
    requestAnimationFrame(() => {
      const added = lastEntry(place.current)
      const field = added === before ? undefined : added?.querySelector('input')
      field?.focus()
      field?.select()
    })
  }
  return (
    <p className="add" ref={place}>
      <Action onPress={add}>{words}</Action>
    </p>
  )
}

const lastEntry = (place: HTMLElement | null) =>
  place?.closest('section')?.querySelector<HTMLElement>('.entries > li:last-child')
