/** A booked patient sits here, the provider has not called anybody yet today: is somebody late? */
import { type ReactElement, useState } from 'react'
import type { Provider } from '../../core/clinic.ts'
import { Action } from '../shared/action.tsx'
import { minutesSince } from '../shared/clinic-time.ts'
import { useDesk } from './desk-context.ts'
import { isUnseen } from './presence.ts'

/** "Don't know" is asked again after this long. */
const againMinutes = 10

export function LatePrompt({ provider: { id, name } }: { readonly provider: Provider }): ReactElement | null {
  const { queue, clinic, canPress, begin } = useDesk()
  const [putOffAt, putOff] = useState<string>()
  const isPutOff = putOffAt !== undefined && minutesSince(putOffAt, queue.at) < againMinutes
  if (isPutOff || !isUnseen(id, queue, clinic)) return null
  return (
    <div className="late-prompt">
      <p>Is {name} late?</p>
      {[10, 20, 40].map((minutes) => (
        <Action
          key={minutes}
          isOff={!canPress}
          label={`${name} is ${minutes} minutes late`}
          onPress={() => begin({ about: 'late', provider: id, minutes })}
        >
          {minutes}
        </Action>
      ))}
      <Action look="quiet" onPress={() => putOff(queue.at)}>
        Don’t know
      </Action>
    </div>
  )
}
