/** What the keys do at the desk, for the page behind `?`. */
import type { KeyLine } from '../shared/keys.ts'
import { type TicketButton, ticketButtons } from './ticket-buttons.ts'

/** What is handed out for the ticket just checked in, or else the chosen one. */
export const handOutKeys = { slip: 't', show: 'v' } as const

export const keyLines: readonly KeyLine[] = [
  { keys: ['N'], does: 'Check in: goes to the form' },
  { keys: ['Enter'], does: 'In the form: checks in' },
  { keys: ['/'], does: 'Finds a booking by its time; Enter checks it in' },
  { keys: ['1', '…', '9'], does: 'Calls the next patient for the provider with that number' },
  { keys: ['↑', '↓'], does: 'Chooses a patient' },
  { keys: ['Enter'], does: 'On a patient: everything that can be done with them' },
  ...ticketButtons.map(({ key, label, does }) => ({
    keys: [key.toUpperCase()],
    does: `${plain(label)}: the chosen patient ${does}`,
  })),
  { keys: ['L'], does: 'Gone and done: to have somebody return' },
  { keys: ['T'], does: 'Prints the slip of the patient just checked in, or else of the chosen one' },
  { keys: ['V'], does: 'Shows them their code on this screen, in their language' },
  { keys: ['U'], does: 'Undo: takes back the last step of this desk' },
  { keys: ['D'], does: 'Close day: asks first' },
  { keys: ['Esc'], does: 'Leaves a field or closes what is open. What you typed stays' },
  { keys: ['?'], does: 'Shows these keys' },
]

function plain(label: TicketButton['label']): string {
  return label.replace('…', '')
}
