/** The code to hand over, large, in place of the form until it is put away or the next patient is checked in. */
import { type ReactElement, useEffect, useRef } from 'react'
import { Action } from '../shared/action.tsx'
import { useDesk } from './desk-context.ts'
import { HandOutButtons } from './hand-out-buttons.tsx'
import { nameOf } from './lanes.ts'
import { inWords } from './party.ts'

export interface HandedOut {
  readonly ticket: string
  readonly code: string
  readonly service: string
  readonly label?: string | undefined
  /** The codes of whoever was checked in with them. */
  readonly others?: readonly string[]
}

interface CodeCardState {
  readonly handed: HandedOut
  readonly onNext: () => void
  readonly onDone: () => void
}

export function CodeCard({ handed, onNext, onDone }: CodeCardState): ReactElement {
  const { clinic } = useDesk()
  const codes = [handed.code, ...(handed.others ?? [])]
  const card = useRef<HTMLElement>(null)
  // Away from the form: its letters are keys again, and a second Enter checks nobody in.
  useEffect(() => card.current?.focus(), [])
  return (
    <section
      ref={card}
      className="code-card"
      tabIndex={-1}
      aria-label={`Code ${inWords(codes)}`}
      data-codes={codes.length}
    >
      {codes.map((code) => (
        <b key={code}>{code}</b>
      ))}
      <p>{codes.length === 1 ? `Write ${handed.code} on a card` : `Write ${inWords(codes)} on cards, one for each`}</p>
      <p className="code-of">
        {handed.label !== undefined && <bdi>{handed.label}</bdi>}
        {handed.label !== undefined && ' · '}
        {nameOf(clinic.services, handed.service)}
      </p>
      <div className="code-actions">
        <HandOutButtons handed={{ id: handed.ticket, code: handed.code }} />
      </div>
      <div className="code-actions">
        <Action shortcut="N" look="first" onPress={onNext}>
          Next check-in
        </Action>
        <Action shortcut="Esc" onPress={onDone}>
          Done
        </Action>
      </div>
    </section>
  )
}
