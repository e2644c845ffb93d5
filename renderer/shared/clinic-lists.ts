/** Services, providers, rooms and the clinic's time zone: asked for anew whenever the hub comes back, and once a minute. */
import { useEffect, useState } from 'react'
import type { Clinic } from '../../core/clinic.ts'
import type { Health } from '../../core/contract.ts'
import type { ShownSettingsBody } from '../../core/settings-contract.ts'
import { ask } from './ask.ts'

const againMs = 60_000
const retryMs = 2_000

export interface ClinicLists extends Clinic {
  /** IANA name. */
  readonly zone: string
  /** That patients may choose from, as tags. */
  readonly languages: readonly string[]
}

/** @returns undefined until the first answer */
export function useClinicLists(isLinked: boolean): ClinicLists | undefined {
  const [lists, setLists] = useState<ClinicLists>()
  useEffect(() => {
    if (!isLinked) return
    let timer = 0
    let isOver = false
    const askAgain = async () => {
      const answer = await askAll().catch(() => undefined)
      if (isOver) return
      if (answer !== undefined) setLists((known) => (JSON.stringify(known) === JSON.stringify(answer) ? known : answer))
      timer = window.setTimeout(askAgain, answer === undefined ? retryMs : againMs)
    }
    void askAgain()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [isLinked])
  return lists
}

async function askAll(): Promise<ClinicLists> {
  const [{ services }, { providers }, { rooms }, { clock }, { settings }] = await Promise.all([
    ask<Pick<Clinic, 'services'>>('/api/services'),
    ask<Pick<Clinic, 'providers'>>('/api/providers'),
    ask<Pick<Clinic, 'rooms'>>('/api/rooms'),
    ask<Health>('/api/health'),
    ask<ShownSettingsBody>('/api/settings'),
  ])
  return { services, providers, rooms, zone: clock.zone, languages: settings.languages.patients }
}
