/** A report of the hub as it arrives: asked for anew while what it tells of goes on. */
import { useEffect, useState } from 'react'
import type { Health } from '../../core/contract.ts'
import { ask } from './ask.ts'

const againMs = 30_000
const retryMs = 2_000

export type ReportLink<Report> =
  | { readonly kind: 'asking' }
  | { readonly kind: 'absent' }
  /** `zone`: IANA name, for the clock on the page. `isOld`: the hub has not answered since. */
  | { readonly kind: 'there'; readonly report: Report; readonly zone: string; readonly isOld: boolean }

/** @param address of the report, with what is wanted of it */
export function useReport<Report>(address: string): ReportLink<Report> {
  const [link, setLink] = useState<ReportLink<Report>>({ kind: 'asking' })
  useEffect(() => {
    let isOver = false
    let timer = 0
    const askBoth = async () => {
      const answer = await Promise.all([ask<Report>(address), ask<Health>('/api/health')]).catch(() => undefined)
      if (isOver) return
      if (answer === undefined)
        setLink((known) => (known.kind === 'there' ? { ...known, isOld: true } : { kind: 'absent' }))
      else setLink({ kind: 'there', report: answer[0], zone: answer[1].clock.zone, isOld: false })
      timer = window.setTimeout(askBoth, answer === undefined ? retryMs : againMs)
    }
    void askBoth()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [address])
  return link
}
