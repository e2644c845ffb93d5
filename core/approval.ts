/** Which films play at once, and which wait until a clinician has checked them. */
import { z } from 'zod'
import { readsLikeAdvertising } from './advertising.ts'
import type { Explainer } from './explainer.ts'
import { harmlessKinds } from './explainer-kind.ts'
import { textsOf } from './scene.ts'

/**
 * Whether a film waits for a check. One that does not say what it is about is taken for a treatment when it tells how long the
 * procedure takes, when it names injectables, or when the note beside it names services.
 *
 * @param services ids that the note beside the file names
 */
export function needsCheck({ kind, scenes }: Explainer, services: readonly string[] = []): boolean {
  if (kind !== undefined) return !harmlessKinds.includes(kind)
  const tellsMinutes = scenes.some(({ scene }) => scene.kind === 'title' && scene.minutes !== undefined)
  return services.length > 0 || tellsMinutes || readsLikeAdvertising(scenes.flatMap(({ scene }) => textsOf(scene)))
}

/** Everything a film says, for whoever has to tell whether it is what was checked: not how long its scenes stand. */
export const saidIn = ({ locale, scenes }: Explainer): string =>
  JSON.stringify([locale, scenes.map(({ scene }) => scene)])

/** Who has checked a film, and on which day of the clinic's calendar. */
export const approval = z.object({
  by: z
    .string()
    .trim()
    .min(1, 'Write who has checked it.')
    .max(80)
    .regex(/^\P{C}*$/u, 'Line breaks and control characters are not possible.'),
  on: z.iso.date({ error: 'A day is expected, such as 2026-11-21.' }),
})
export type Approval = z.infer<typeof approval>
