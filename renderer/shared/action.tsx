/** A button that does something once, with its key on it. */
import type { ReactElement, ReactNode } from 'react'

interface ActionState {
  readonly children: ReactNode
  readonly onPress: () => void
  /** As printed on the key. */
  readonly shortcut?: string | undefined
  /** Keys that do the same, which are not printed on it: `Control+Z`. */
  readonly keys?: string
  readonly isOff?: boolean
  readonly look?: 'first' | 'plain' | 'quiet'
  /** Instead of the text, for whoever hears it. */
  readonly label?: string
}

export function Action({
  children,
  onPress,
  shortcut,
  keys,
  isOff = false,
  look = 'plain',
  label,
}: ActionState): ReactElement {
  return (
    <button
      type="button"
      className={`action action-${look}`}
      disabled={isOff}
      aria-label={label}
      aria-keyshortcuts={shortcut ?? keys}
      onClick={({ detail }) => {
        // A double click would call two patients, or whatever has moved under the pointer meanwhile.
        if (detail < 2) onPress()
      }}
    >
      <span>{children}</span>
      {/* Drawn by the style sheet: it is no part of the button's words. */}
      {shortcut !== undefined && <span className="key" data-key={shortcut} />}
    </button>
  )
}
