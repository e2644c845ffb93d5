/** Late, away for a while, finished, back: what a provider says of the rest of the day. */
import { type Clinic, nameOf } from './clinic.ts'
import { unknownProvider } from './known.ts'
import { type Circumstances, type Command, type Decision, happens, refuse } from './queue-command.ts'
import type { QueueState } from './queue-state.ts'

const minuteMs = 60_000
const longestMinutes = 240
const longestBreakMs = 12 * 60 * minuteMs

export type ProviderCommand = Extract<Command, { readonly type: `provider-${string}` }>

export function providerMove(state: QueueState, command: ProviderCommand, { clinic, now }: Circumstances): Decision {
  const { provider } = command
  const unknown = unknownProvider(clinic, provider)
  if (unknown !== undefined) return unknown
  switch (command.type) {
    case 'provider-late': {
      const { minutes, show } = command
      if (minutes < 1 || minutes > longestMinutes) {
        return refuse('bad-input', `minutes: From 1 to ${longestMinutes} are possible.`, 'minutes')
      }
      return happens({ type: 'provider-late', provider, minutes, isShown: show })
    }
    case 'provider-break': {
      const { until } = command
      if (until <= now) return refuse('bad-input', 'until: This time is over already.', 'until')
      if (until > now + longestBreakMs) return refuse('bad-input', 'until: At most twelve hours are possible.', 'until')
      return happens({ type: 'provider-break', provider, until })
    }
    case 'provider-done':
      return happens({ type: 'provider-done', provider })
    case 'provider-back':
      return state.presence.has(provider) ? happens({ type: 'provider-back', provider }) : notAway(clinic, provider)
  }
}

const notAway = (clinic: Clinic, provider: string) =>
  refuse('not-away', `${nameOf(clinic.providers, provider)} is not marked as late, away or finished.`)
