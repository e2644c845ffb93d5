/** A call fills the screen: the code, where to go, and a chime, for as long as the hub has given it. */
import { type ReactElement, useEffect } from 'react'
import type { Call } from '../../core/queue-contract.ts'
import { chime } from './chime.ts'

export function Takeover({ call, roomName }: { readonly call: Call; readonly roomName: string }): ReactElement {
  const isRetracted = call.retracted === true
  useEffect(() => chime(isRetracted ? 'retraction' : 'call'), [isRetracted])
  return (
    <section className="takeover" role="alert" data-retracted={isRetracted}>
      <p className="takeover-code">{call.code}</p>
      {isRetracted ? (
        <p className="takeover-room">Please keep your seat. We are sorry.</p>
      ) : (
        <p className="takeover-room">
          <span className="takeover-arrow" aria-hidden="true">
            →
          </span>
          {roomName}
        </p>
      )}
    </section>
  )
}
