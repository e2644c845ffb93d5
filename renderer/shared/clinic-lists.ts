/** Services, providers, rooms and the clinic's time zone: asked for anew whenever the hub comes back, and once a minute. */
import { useEffect, useState } from 'react'
import type { Clinic } from '../../core/clinic.ts'
import type { Health } from '../../core/contract.ts'
import type { SettingsBody } from '../../core/settings-contract.ts'

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
    const ask = async () => {
      const answer = await askAll().catch(() => undefined)
      if (isOver) return
      if (answer !== undefined) setLists((known) => (JSON.stringify(known) === JSON.stringify(answer) ? known : answer))
      timer = window.setTimeout(ask, answer === undefined ? retryMs : againMs)
    }
    void ask()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [isLinked])
  return lists
}

async function askAll(): Promise<ClinicLists> {
  const [{ services }, { providers }, { rooms }, { clock }, { settings }] = await Promise.all([
    get<Pick<Clinic, 'services'>>('/api/services'),
    get<Pick<Clinic, 'providers'>>('/api/providers'),
    get<Pick<Clinic, 'rooms'>>('/api/rooms'),
    get<Health>('/api/health'),
    get<SettingsBody>('/api/settings'),
  ])
  return { services, providers, rooms, zone: clock.zone, languages: settings.languages.patients }
}

async function get<Answer>(path: string): Promise<Answer> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return (await response.json()) as Answer
}
