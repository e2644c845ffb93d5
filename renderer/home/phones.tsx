/** Whether phones can open ticket pages, with a code to try it: slips carry one only when it has worked. */
import { type ReactElement, useEffect, useState } from 'react'
import type { PhonesAnswer } from '../../core/phone-contract.ts'
import { QrCode } from '../shared/qr-code.tsx'

const againMs = 3_000

export function Phones(): ReactElement | null {
  const phones = usePhones()
  if (phones === undefined) return null
  return (
    <section aria-labelledby="phones">
      <h2 id="phones">Patients’ phones</h2>
      {phones.state === 'off' ? (
        <p>{phones.message}</p>
      ) : (
        <div className="try-phone">
          <QrCode text={phones.tryUrl} label="Try it with your phone: the address is beside it" />
          <p>
            <span role="status">
              {phones.state === 'untried'
                ? phones.message
                : 'A phone has opened a ticket page here: slips carry its code.'}
            </span>
            <code>{phones.tryUrl}</code>
          </p>
        </div>
      )}
    </section>
  )
}

/** Asked again every few seconds: somebody stands here with a phone. */
function usePhones(): PhonesAnswer | undefined {
  const [phones, setPhones] = useState<PhonesAnswer>()
  useEffect(() => {
    const ask = () =>
      fetch('/api/phones')
        .then((response) => response.json() as Promise<PhonesAnswer>)
        .then(setPhones)
        .catch(() => {})
    void ask()
    const timer = setInterval(ask, againMs)
    return () => clearInterval(timer)
  }, [])
  return phones
}
