/** What the page needs to know beside the rows: the clinic's day, and the public holidays of its region. */
import { useEffect, useState } from 'react'
import type { Health } from '../../core/contract.ts'
import type { HolidayList } from '../../core/settings-contract.ts'
import type { WaitAccuracy } from '../../core/wait-contract.ts'

const askAgainMs = 2_000

export interface Today {
  /** `2026-11-22`, on the clinic's clocks. */
  readonly today: string
  /** IANA name. */
  readonly zone: string
}

/** @returns undefined until the hub has said so */
export function useToday(): Today | undefined {
  const [today, setToday] = useState<Today>()
  useEffect(() => {
    let timer = 0
    let isCurrent = true
    const tryOnce = async () => {
      const health = await ask<Health>('/api/health')
      if (!isCurrent) return
      if (health === undefined) {
        timer = window.setTimeout(() => void tryOnce(), askAgainMs)
        return
      }
      const { zone, now } = health.clock
      // Swedish dates are ISO dates.
      const date = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })
      setToday({ today: date.format(Date.parse(now)), zone })
    }
    void tryOnce()
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [])
  return today
}

/** Whether the waiting times came true; undefined until the hub has said so. */
export function useWaitAccuracy(): WaitAccuracy | undefined {
  const [accuracy, setAccuracy] = useState<WaitAccuracy>()
  useEffect(() => {
    let isCurrent = true
    void ask<WaitAccuracy>('/api/waits/accuracy').then((answer) => {
      if (isCurrent) setAccuracy(answer)
    })
    return () => {
      isCurrent = false
    }
  }, [])
  return accuracy
}

/** The public holidays of this year and the next; empty until they have come. */
export function useHolidays(region: string | undefined, today: string): HolidayList['holidays'] {
  const [found, setFound] = useState<{ readonly of: string; readonly holidays: HolidayList['holidays'] }>()
  const year = Number(today.slice(0, 4))
  useEffect(() => {
    if (region === undefined) return
    let isCurrent = true
    const lists = [year, year + 1].map((each) => ask<HolidayList>(`/api/holidays?region=${region}&year=${each}`))
    void Promise.all(lists).then((all) => {
      if (isCurrent) setFound({ of: region, holidays: all.flatMap((list) => list?.holidays ?? []) })
    })
    return () => {
      isCurrent = false
    }
  }, [region, year])
  return found !== undefined && found.of === region ? found.holidays : []
}

async function ask<Answer>(path: string): Promise<Answer | undefined> {
  const response = await fetch(path).catch(() => undefined)
  return response?.ok ? ((await response.json()) as Answer) : undefined
}
