/** The way to whoever is done or has gone; absent while nobody is. */
import type { ReactElement } from 'react'
import { Action } from '../shared/action.tsx'
import { useDesk } from './desk-context.ts'
import { isHere } from './lanes.ts'

export function OverOpener(): ReactElement | null {
  const { queue, begin } = useDesk()
  const count = queue.tickets.filter((ticket) => !isHere(ticket)).length
  if (count === 0) return null
  return (
    <p className="over-opener">
      <Action look="quiet" shortcut="L" onPress={() => begin({ about: 'over' })}>
        Gone and done ({count})
      </Action>
    </p>
  )
}
