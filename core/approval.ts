/** Which films play at once, and which wait until a clinician has checked them. */

import { z } from 'zod'
import type { Explainer } from './explainer.ts'
import { harmlessKinds } from './explainer-kind.ts'
import { wordsAlone } from './kept-together.ts'
import { oneLine } from './one-line.ts'
import { mapTexts } from './scene-texts.ts'

/** Whether a film waits for a check: all do, but those that say they are about something harmless. */
export const needsCheck = ({ kind }: Pick<Explainer, 'kind'>): boolean =>
  kind === undefined || !harmlessKinds.includes(kind)

/**
 * Everything a film says and shows, for whoever has to tell whether it is what was checked: not how long its scenes stand.
 * Signs that only keep words together on a line are none of it: how lines end changes more often than what they say.
 * Its pictures count by their bytes; where there are none, by nothing at all: what was noted before pictures counted holds.
 */
export const saidIn = ({ locale, scenes, pictures }: Explainer): string => {
  const said = [locale, scenes.map(({ scene }) => mapTexts(scene, wordsAlone))]
  return JSON.stringify(pictures.length === 0 ? said : [...said, pictures.map(({ digest }) => digest ?? null)])
}

/** Who has checked a film, and on which day of the clinic's calendar. */
export const approval = z.object({
  by: oneLine().min(1, 'Write who has checked it.').max(80),
  on: z.iso.date({ error: 'A day is expected, such as 2026-11-21.' }),
})
export type Approval = z.infer<typeof approval>
