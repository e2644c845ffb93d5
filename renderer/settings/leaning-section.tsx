/** Whether what people wait for decides a little what plays: one switch, and what it costs in privacy. */
import type { ReactElement } from 'react'
import { Check } from '../shared/fields.tsx'
import type { Draft } from './draft.ts'
import { Section } from './section.tsx'

export function LeaningSection({ draft }: { readonly draft: Draft }): ReactElement {
  const { settings } = draft.values
  const { leans, ...others } = settings.programming
  return (
    <Section
      id="leaning"
      title="While people wait"
      note="While at least three people wait for a service, what is about it comes up to three times as often, and nothing comes twice in a usual wait while something else is left; only counts are used, yet whoever watches closely may guess what many came for."
    >
      <Check
        label="Let what people wait for decide a little what plays"
        isOn={leans === true}
        onChange={(isOn) =>
          draft.change('settings', { ...settings, programming: isOn ? { ...others, leans: true } : others })
        }
      />
    </Section>
  )
}
