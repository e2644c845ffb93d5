/** The month as it arrives: asked for anew while it goes on. */
import { useEffect, useState } from 'react'
import type { Health } from '../../core/contract.ts'
import type { MonthReport } from '../../core/month-contract.ts'

const againMs = 60_000
const retryMs = 2_000

export type MonthLink =
  | { readonly kind: 'asking' }
  | { readonly kind: 'absent' }
  /** `zone`: IANA name, for the clock on the page. */
  | { readonly kind: 'there'; readonly report: MonthReport; readonly zone: string; readonly isOld: boolean }

/** @param month left out, this one */
export const addressOf = (month: string | undefined, format?: 'csv'): string => {
  const query = new URLSearchParams()
  if (month !== undefined) query.set('month', month)
  if (format !== undefined) query.set('format', format)
  return `/api/reports/month?${query}`
}

export function useMonth(month: string | undefined): MonthLink {
  const [link, setLink] = useState<MonthLink>({ kind: 'asking' })
  useEffect(() => {
    let isOver = false
    let timer = 0
    const ask = async () => {
      const answer = await Promise.all([get<MonthReport>(addressOf(month)), get<Health>('/api/health')]).catch(
        () => undefined,
      )
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
  }, [month])
  return link
}

async function get<Answer>(path: string): Promise<Answer> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return (await response.json()) as Answer
}
