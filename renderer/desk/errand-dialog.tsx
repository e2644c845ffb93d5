/** The dialog of an errand: which one it is, and about whom. */
import type { ReactElement } from 'react'
import { BreakDialog } from './break-dialog.tsx'
import { CallDialog } from './call-dialog.tsx'
import { useDesk } from './desk-context.ts'
import { EditDialog } from './edit-dialog.tsx'
import type { Errand, ErrandState } from './errand.ts'
import { HoldDialog } from './hold-dialog.tsx'
import { LateDialog } from './late-dialog.tsx'
import { OverList } from './over-list.tsx'
import { SendOnDialog } from './send-on-dialog.tsx'

/** @returns nothing when whoever it was about has gone from the list */
export function ErrandDialog({ errand, ...state }: ErrandState & { readonly errand: Errand }): ReactElement | null {
  const { queue, clinic } = useDesk()
  switch (errand.about) {
    case 'over':
      return <OverList {...state} />
    case 'late':
    case 'break': {
      const provider = clinic.providers.find(({ id }) => id === errand.provider)
      if (provider === undefined) return null
      return errand.about === 'break' ? (
        <BreakDialog provider={provider} {...state} />
      ) : (
        <LateDialog provider={provider} minutes={errand.minutes} {...state} />
      )
    }
    case 'ticket': {
      const ticket = queue.tickets.find(({ id }) => id === errand.ticket)
      if (ticket === undefined) return null
      const about = { ticket, scope: errand.scope, ...state }
      switch (errand.name) {
        case 'hold':
          return <HoldDialog {...about} />
        case 'call':
          return <CallDialog {...about} />
        case 'send-on':
          return <SendOnDialog {...about} />
        case 'edit':
          return <EditDialog {...about} />
      }
    }
  }
}
