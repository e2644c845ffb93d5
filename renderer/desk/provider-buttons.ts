/** What can be said of a provider: late, away until, finished, back. */
import type { PresenceWords } from '../../core/queue-contract.ts'

export type ProviderButton =
  | { readonly kind: 'late'; readonly label: string; readonly minutes?: number }
  | { readonly kind: 'break' | 'done' | 'back'; readonly label: string }

/** @param presence absent: can be counted on */
export function providerButtons(presence: PresenceWords | undefined): readonly ProviderButton[] {
  const back: readonly ProviderButton[] = presence === undefined ? [] : [{ kind: 'back', label: 'Back' }]
  const late = [10, 20, 40].map((minutes) => ({
    kind: 'late' as const,
    label: `Running late: ${minutes} min…`,
    minutes,
  }))
  return [
    ...back,
    ...late,
    { kind: 'late', label: 'Running late: other…' },
    { kind: 'break', label: 'Break until…' },
    ...(presence?.kind === 'done' ? [] : [{ kind: 'done' as const, label: 'Finished for today' }]),
  ]
}
