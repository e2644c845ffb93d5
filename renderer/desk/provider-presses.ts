/** What the buttons of a provider send, or which dialog they open first. */
import type { Provider } from '../../core/clinic.ts'
import type { Presses } from '../shared/presses.ts'
import type { Errand } from './errand.ts'
import type { ProviderButton } from './provider-buttons.ts'

interface Pressing {
  readonly presses: Presses
  readonly begin: (errand: Errand) => void
}

export async function pressProvider(
  { presses, begin }: Pressing,
  { id, name }: Provider,
  button: ProviderButton,
): Promise<void> {
  switch (button.kind) {
    case 'late':
      return begin({
        about: 'late',
        provider: id,
        ...(button.minutes === undefined ? {} : { minutes: button.minutes }),
      })
    case 'break':
      return begin({ about: 'break', provider: id })
    case 'done':
      await presses.send('provider-done', { provider: id }, () => `${name} has finished for today`)
      return
    case 'back':
      await presses.send('provider-back', { provider: id }, () => `${name} is back`)
  }
}
