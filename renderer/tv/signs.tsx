/** Signs that need no language: a door, the desk, and somebody who stays seated. Drawn in the colour of the words beside them. */
import type { ReactElement, ReactNode } from 'react'
import type { RoomSign } from '../../core/room-sign.ts'
import { leadingOf } from '../../core/typeset.ts'

function Sign({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <svg className="sign" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="2.2">
      {children}
    </svg>
  )
}

export const DoorSign = (): ReactElement => (
  <Sign>
    <path d="M5 21.5V2.5h14v19" strokeLinejoin="round" />
    <path d="M1.5 21.5h21" strokeLinecap="round" />
    <circle cx="15" cy="12.5" r="1.5" fill="currentColor" stroke="none" />
  </Sign>
)

/** Somebody behind a counter. */
export const DeskSign = (): ReactElement => (
  <Sign>
    <circle cx="12" cy="6" r="3.6" />
    <path d="M5 15c.6-3 3.4-4.4 7-4.4s6.4 1.4 7 4.4" strokeLinecap="round" />
    <path d="M1.5 16.5h21M3.5 17v5h17v-5" strokeLinejoin="round" strokeLinecap="round" />
  </Sign>
)

export const SeatSign = (): ReactElement => (
  <Sign>
    <path d="M6.5 2.5v11h11v8M6.5 13.5v8M6.5 13.5h11" strokeLinejoin="round" strokeLinecap="round" />
  </Sign>
)

/** The same door where there is little room: three rooms stand in a row. */
const NarrowDoor = (): ReactElement => (
  <svg className="sign-narrow" viewBox="0 0 12 24" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="2">
    <path d="M1.5 22.5V1.5h9v21" strokeLinejoin="round" />
    <path d="M0 22.5h12" />
    <circle cx="7.4" cy="12.5" r="1.3" fill="currentColor" stroke="none" />
  </svg>
)

/** A room's number, or its name, on a plate; with a door where there is room for it. */
export function RoomPlate({ sign, hasDoor }: { readonly sign: RoomSign; readonly hasDoor: boolean }): ReactElement {
  return (
    <span className="plate plate-door" data-kind={sign.kind} data-tall={leadingOf(sign.text) > 1}>
      {hasDoor && <NarrowDoor />}
      <bdi>{sign.text}</bdi>
    </span>
  )
}
