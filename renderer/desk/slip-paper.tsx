/** Asks once per desk what slips are printed on, with the slip itself on each; it is remembered by this browser. */
import { type ReactElement, useState } from 'react'
import { Action } from '../shared/action.tsx'
import { Dialog } from '../shared/dialog.tsx'
import type { SlipPaper } from './slip.tsx'

const papers = [
  { paper: 'receipt', name: '80 mm receipt' },
  { paper: 'a6', name: 'A6 card' },
] as const satisfies readonly { readonly paper: SlipPaper; readonly name: string }[]

interface ChoiceState {
  readonly chosen: SlipPaper | undefined
  readonly slip: ReactElement
  readonly onPrint: (paper: SlipPaper) => void
  readonly onClose: () => void
}

export function SlipPaperChoice({ chosen = 'receipt', slip, onPrint, onClose }: ChoiceState): ReactElement {
  const [wanted, want] = useState<SlipPaper>(chosen)
  return (
    <Dialog title="What are slips printed on?" look="wide" onClose={onClose}>
      <p>This desk remembers it. The printer itself is chosen in the browser's own print window.</p>
      <div className="papers" role="radiogroup" aria-label="Paper for slips">
        {papers.map(({ paper, name }) => (
          <label key={paper}>
            <input type="radio" name="paper" checked={wanted === paper} onChange={() => want(paper)} />
            <span className="paper-look" data-paper={paper} aria-hidden="true">
              {slip}
            </span>
            <span className="paper-name">{name}</span>
          </label>
        ))}
      </div>
      <div className="dialog-actions">
        <Action onPress={onClose}>Not now</Action>
        <Action look="first" onPress={() => onPrint(wanted)}>
          Print slip
        </Action>
      </div>
    </Dialog>
  )
}
