/** Every template there is: for the renderer, the preview in studio, and the contact sheet. */
import type { Template as TemplateName } from '../../core/scene.ts'
import { followUp } from './follow-up.tsx'
import { notice } from './notice.tsx'
import { offer } from './offer.tsx'
import { plan } from './plan.tsx'
import { procedure } from './procedure.tsx'
import { questions } from './questions.tsx'
import { recovery } from './recovery.tsx'
import { risk } from './risk.tsx'
import { team } from './team.tsx'
import { telehealth } from './telehealth.tsx'
import type { Template } from './template.tsx'
import { welcome } from './welcome.tsx'

export const templates: readonly Template[] = [
  procedure,
  recovery,
  risk,
  followUp,
  plan,
  telehealth,
  team,
  offer,
  welcome,
  questions,
  notice,
]

export function templateNamed(name: TemplateName): Template {
  const found = templates.find(({ id }) => id === name)
  if (found === undefined) throw new Error(`There is no template ${name}.`)
  return found
}
