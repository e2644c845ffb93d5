/** Whether I can be counted on: late, away for a while, finished, and back; and what the calendar says of me. */
import type { ReactElement, RefObject } from 'react'
import type { AwayWords, PresenceWords } from '../../core/queue-contract.ts'
import { Action } from '../shared/action.tsx'
import { clockTime } from '../shared/clinic-time.ts'
import { useRoom } from './room-context.ts'

export const lateMinutes = [10, 20, 40] as const

interface AwayState {
  readonly lateRef: RefObject<HTMLFieldSetElement | null>
  readonly onLate: (minutes: number) => void
  readonly onBreak: () => void
  readonly onFinished: () => void
}

export function Away({ lateRef, onLate, onBreak, onFinished }: AwayState): ReactElement {
  const { canPress } = useRoom()
  return (
    <section className="away" aria-label="Your day">
      <fieldset ref={lateRef} className="late">
        <legend>
          Running late <span className="key" data-key="L" />
        </legend>
        {lateMinutes.map((minutes) => (
          <Action
            key={minutes}
            isOff={!canPress}
            label={`Running ${minutes} minutes late`}
            onPress={() => onLate(minutes)}
          >
            +{minutes}
          </Action>
        ))}
      </fieldset>
      <Action shortcut="B" isOff={!canPress} onPress={onBreak}>
        Break until …
      </Action>
      <Action shortcut="E" isOff={!canPress} onPress={onFinished}>
        Finished for today
      </Action>
    </section>
  )
}

interface PresenceBannerState {
  readonly presence: PresenceWords
  readonly onBack: () => void
}

export function PresenceBanner({ presence, onBack }: PresenceBannerState): ReactElement {
  const { canPress, at, clinic } = useRoom()
  return (
    <div className="banner" role="status">
      <p>
        <strong>{presenceWords(presence, at, clinic.zone)}</strong>
      </p>
      <Action shortcut="K" isOff={!canPress} onPress={onBack}>
        {presence.kind === 'late' ? 'I am here' : 'I am back'}
      </Action>
    </div>
  )
}

/** Nobody has pressed this, and no press takes it back: the calendar does. */
export function CalendarBanner({ away }: { readonly away: AwayWords }): ReactElement {
  const { clinic } = useRoom()
  return (
    <div className="banner" role="status">
      <p>
        <strong>{awayWords(away, clinic.zone)}</strong> Waiting times count with it. You can call somebody all the same.
      </p>
    </div>
  )
}

function awayWords({ why, until }: AwayWords, zone: string): string {
  if (until === undefined) return 'You are not here today, by the calendar.'
  const time = clockTime(until, zone)
  return why === 'lunch'
    ? `You are at lunch until ${time}, by the calendar.`
    : `You are away until ${time}, by the calendar.`
}

function presenceWords({ kind, until, minutes }: PresenceWords, at: string, zone: string): string {
  if (kind === 'done' || until === undefined) return 'You have finished for today.'
  const time = clockTime(until, zone)
  const isOver = Date.parse(until) <= Date.parse(at)
  if (kind === 'break') return isOver ? `Your break was until ${time}.` : `You are on a break until ${time}.`
  return isOver ? `You were to be here by ${time}.` : `You are running ${minutes ?? ''} minutes late, until ${time}.`
}
