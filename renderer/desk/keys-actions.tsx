/** What the desk seldom needs, beside its keys: to practise, and to enter what happened on paper. */
import type { ReactElement } from 'react'
import { Action } from '../shared/action.tsx'
import { practiceAddress, usePractice } from '../shared/practice-context.ts'

export function KeysActions({ onPaper }: { readonly onPaper: () => void }): ReactElement {
  const isPractice = usePractice() !== undefined
  return (
    <>
      {!isPractice && (
        <a className="action action-quiet" href={practiceAddress}>
          Practise with invented patients
        </a>
      )}
      <Action look="quiet" onPress={onPaper}>
        Add what happened on paper
      </Action>
    </>
  )
}
