/** What the keys do in the room, for the page behind `?`. */
import type { KeyLine } from '../shared/keys.ts'
import { visitButtons } from './visit-buttons.ts'

export const keyLines: readonly KeyLine[] = [
  { keys: ['N'], does: 'Calls the next patient' },
  { keys: ['C'], does: 'The next patient stays seated: you fetch them' },
  { keys: ['W'], does: 'Why this one is next' },
  ...visitButtons.map(({ key, does }) => ({ keys: [key.toUpperCase()], does })),
  { keys: ['1', '2'], does: 'Where the next one is called to, if you work in two rooms' },
  { keys: ['L'], does: 'You are running late' },
  { keys: ['B'], does: 'You take a break' },
  { keys: ['E'], does: 'You have finished for today' },
  { keys: ['K'], does: 'You are back' },
  { keys: ['U'], does: 'Undo: takes back the last step made here' },
  { keys: ['Esc'], does: 'Closes what is open' },
  { keys: ['?'], does: 'Shows these keys' },
]
