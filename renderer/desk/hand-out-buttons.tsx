/** What can be handed out for a ticket, as buttons. */
import type { ReactElement } from 'react'
import { Action } from '../shared/action.tsx'
import { useDesk } from './desk-context.ts'
import type { Handed } from './hand-out.tsx'
import { handOutKeys } from './key-lines.ts'

export function HandOutButtons({ handed }: { readonly handed: Handed }): ReactElement {
  const { paper, printSlip, choosePaper, turnAround } = useDesk().handOut
  return (
    <>
      <Action
        shortcut={handOutKeys.slip.toUpperCase()}
        label={`Print slip: ${handed.code}`}
        onPress={() => printSlip(handed)}
      >
        Print slip
      </Action>
      <Action
        shortcut={handOutKeys.show.toUpperCase()}
        label={`Show code: ${handed.code}`}
        onPress={() => turnAround(handed)}
      >
        Show code
      </Action>
      {paper !== undefined && (
        <Action look="quiet" label="Paper for slips: choose another" onPress={() => choosePaper(handed)}>
          {paper === 'a6' ? 'Slips on A6' : 'Slips on 80 mm'}
        </Action>
      )}
    </>
  )
}
