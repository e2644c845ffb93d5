/** What happened last, said and shown in one place, with the way back next to it. */
import type { ReactElement } from 'react'
import { Action } from '../shared/action.tsx'
import { useDesk } from './desk-context.ts'
import type { Presses } from './presses.ts'

interface StepBarState {
  readonly presses: Presses
  readonly onUndo: () => void
}

export function StepBar({ presses: { notice, lastStep }, onUndo }: StepBarState): ReactElement {
  const { canPress } = useDesk()
  // Beside its own sentence the button need not say again what it takes back.
  const isTold = lastStep !== undefined && notice?.event === lastStep.event
  return (
    <footer className="step-bar" data-tone={notice?.tone ?? 'none'}>
      <p role="status" aria-live="polite">
        {notice?.text}
      </p>
      {notice === undefined && (
        <p className="hint">
          <kbd>↑</kbd> <kbd>↓</kbd> choose a patient · <kbd>?</kbd> all keys
        </p>
      )}
      {lastStep !== undefined && (
        <Action shortcut="U" isOff={!canPress} label={`Undo: ${lastStep.words}`} onPress={onUndo}>
          {isTold ? 'Undo' : `Undo: ${lastStep.words}`}
        </Action>
      )}
    </footer>
  )
}
