/** What happened last, said and shown in one place, with the way back next to it. */
import type { ReactElement, ReactNode } from 'react'
import { Action } from './action.tsx'
import type { Presses } from './presses.ts'

interface StepBarState {
  readonly presses: Presses
  /** False while the hub is away. */
  readonly canPress: boolean
  /** Shown while there is nothing to tell. */
  readonly hint?: ReactNode
  readonly onUndo: () => void
}

export function StepBar({ presses, canPress, hint, onUndo }: StepBarState): ReactElement {
  const { notice, lastStep } = presses
  // Beside its own sentence the button need not say again what it takes back.
  const isTold = lastStep !== undefined && notice?.event === lastStep.event
  return (
    <footer className="step-bar" data-tone={notice?.tone ?? 'none'}>
      <p role="status" aria-live="polite">
        {notice?.text}
      </p>
      {notice === undefined && hint !== undefined && <p className="hint">{hint}</p>}
      {lastStep !== undefined && (
        <Action shortcut="U" isOff={!canPress} label={`Undo: ${lastStep.words}`} onPress={onUndo}>
          {isTold ? 'Undo' : `Undo: ${lastStep.words}`}
        </Action>
      )}
    </footer>
  )
}
