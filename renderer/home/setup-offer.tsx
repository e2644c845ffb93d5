/** While the clinic is not set up, the overview offers to do it, or to go on with it. */
import { type ReactElement, useEffect, useState } from 'react'
import { setupSteps } from '../../core/settings.ts'
import type { ShownSettingsBody } from '../../core/settings-contract.ts'

export function SetupOffer(): ReactElement | null {
  const [step, setStep] = useState<ShownSettingsBody['settings']['setup']>('finished')
  useEffect(() => {
    let isCurrent = true
    void fetch('/api/settings')
      .then((response) => response.json() as Promise<ShownSettingsBody>)
      .then(({ settings }) => isCurrent && setStep(settings.setup))
      .catch(() => {})
    return () => {
      isCurrent = false
    }
  }, [])
  if (step === 'finished') return null
  const index = setupSteps.indexOf(step)
  return (
    <section className="setup-offer" aria-labelledby="setup">
      <h2 id="setup">Set up your clinic</h2>
      <p>
        Name, hours, rooms, people and services: ten minutes, and no file to edit. You can stop after every step and go
        on later.
      </p>
      <a href="/setup">{index === 0 ? 'Begin' : `Go on with step ${index + 1} of ${setupSteps.length - 1}`}</a>
    </section>
  )
}
