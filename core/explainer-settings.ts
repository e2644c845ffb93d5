/** What stands at the top of an explainer: how its film is called, looks and is used. */
import { z } from 'zod'
import { explainerKinds } from './explainer-kind.ts'
import { languageTag } from './language.ts'
import { nearest } from './nearest.ts'
import { templates } from './scene.ts'
import { sceneSeconds } from './scene-plan.ts'
import { practiceProfiles } from './settings.ts'

function unknownTemplate({ input }: { readonly input?: unknown }): string | undefined {
  if (typeof input !== 'string') return undefined
  const meant = nearest(input, templates)
  const help = meant === undefined ? `There are: ${templates.join(', ')}.` : `Did you mean "${meant}"?`
  return `There is no template "${input}". ${help}`
}

/** `bed`: a chime and soft chords; `none`: silence. */
const filmSounds = ['bed', 'none'] as const
export type FilmSoundName = (typeof filmSounds)[number]

/** Between two lines of `---`. */
export const explainerSettings = z.strictObject({
  title: z.string().trim().min(1).max(80).describe('what the film is called, on its first picture and on the pages'),
  template: z.enum(templates, { error: unknownTemplate }).describe('how the film looks'),
  subtitle: z.string().trim().min(1).max(120).optional().describe('one line under the title'),
  locale: languageTag.optional().describe('the language of the text; English when it is left out'),
  minutes: z.int().min(1).max(600).optional().describe('how long the procedure takes'),
  seconds: z
    .number()
    .min(sceneSeconds.least)
    .max(sceneSeconds.most)
    .optional()
    .describe('how long the first picture stands; as long as it takes to read when left out'),
  kind: z
    .enum(explainerKinds)
    .optional()
    .describe('what it is about; a treatment or an offer waits until a clinician has checked it'),
  profile: z.enum(practiceProfiles).optional().describe('the kind of practice it is for; left out, every one'),
  closing: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .optional()
    .describe('the last words of the film; the tagline when left out'),
  sound: z
    .enum(filmSounds)
    .optional()
    .describe('what is heard under it when the TV plays sound; soft chords when left out'),
})
export type ExplainerSettings = z.infer<typeof explainerSettings>
