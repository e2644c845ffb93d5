/** The report as it arrives: asked for anew while its day goes on. */
import { useEffect, useState } from 'react'
import type { Health } from '../../core/contract.ts'
import type { DayReport } from '../../core/report-contract.ts'

const againMs = 30_000
const retryMs = 2_000

export interface Wanted {
  /** Left out, today. */
  readonly day: string | undefined
  readonly withProviders: boolean
}

export type ReportLink =
  | { readonly kind: 'asking' }
  | { readonly kind: 'absent' }
  /** `zone`: IANA name, for the clock on the page. */
  | { readonly kind: 'there'; readonly report: DayReport; readonly zone: string; readonly isOld: boolean }

export const addressOf = ({ day, withProviders }: Wanted, format?: 'csv'): string => {
  const query = new URLSearchParams()
  if (day !== undefined) query.set('day', day)
  if (withProviders) query.set('providers', 'yes')
  if (format !== undefined) query.set('format', format)
  return `/api/reports/day?${query}`
}

export function useReport({ day, withProviders }: Wanted): ReportLink {
  const [link, setLink] = useState<ReportLink>({ kind: 'asking' })
  useEffect(() => {
    let isOver = false
    let timer = 0
    const ask = async () => {
      const answer = await Promise.all([
        get<DayReport>(addressOf({ day, withProviders })),
        get<Health>('/api/health'),
      ]).catch(() => undefined)
      if (isOver) return
      if (answer === undefined)
        setLink((known) => (known.kind === 'there' ? { ...known, isOld: true } : { kind: 'absent' }))
      else setLink({ kind: 'there', report: answer[0], zone: answer[1].clock.zone, isOld: false })
      timer = window.setTimeout(ask, answer === undefined ? retryMs : againMs)
    }
    void ask()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [day, withProviders])
  return link
}

async function get<Answer>(path: string): Promise<Answer> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return (await response.json()) as Answer
}
