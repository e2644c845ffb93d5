/** What somebody needs from whoever calls them, and why somebody goes first, in the desk's words. */
import type { HoldStep, Need, PriorityReason } from '../../core/queue-state.ts'
import { needWords } from '../shared/need-icon.tsx'

/** In the order of the form. */
export const allNeeds = Object.keys(needWords) as readonly Need[]

export const priorityWords: Readonly<Record<PriorityReason, string>> = {
  unwell: 'feels unwell',
  'with-child': 'with a small child',
  'hard-to-wait': 'finds waiting hard',
  'delayed-by-us': 'we kept them waiting',
  other: 'another reason',
}

export const allReasons = Object.keys(priorityWords) as readonly PriorityReason[]

/** Stands before "until 10:50". */
export const stepWords: Readonly<Record<HoldStep, string>> = {
  numbing: 'Numbing',
  forms: 'Filling in forms',
  photos: 'Photographs',
  resting: 'Resting',
}

export const allSteps = Object.keys(stepWords) as readonly HoldStep[]
