/** Which films play at once, and which wait until a clinician has checked them. */
import { z } from 'zod'
import type { Explainer } from './explainer.ts'
import { harmlessKinds } from './explainer-kind.ts'

/** Whether a film waits for a check: all do, but those that say they are about something harmless. */
export const needsCheck = ({ kind }: Pick<Explainer, 'kind'>): boolean =>
  kind === undefined || !harmlessKinds.includes(kind)

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
