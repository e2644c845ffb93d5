/** Where phones find the page of a ticket: known for those checked in here, and only once a phone has really opened one. */
import { useEffect, useRef, useState } from 'react'

const againMs = 60_000

export interface TicketAddresses {
  /** The page of a ticket; undefined while slips are to carry no QR code. */
  readonly addressOf: (ticket: string) => string | undefined
  /** The list has no tokens: whoever checks in notes them. They are forgotten with the page. */
  readonly note: (ticket: { readonly id: string; readonly token: string }) => void
}

export function useTicketAddresses(isLive: boolean): TicketAddresses {
  const [base, setBase] = useState<string>()
  const tokens = useRef(new Map<string, string>())
  useEffect(() => {
    if (!isLive) return
    const ask = () => void askBase().then(setBase)
    ask()
    const timer = setInterval(ask, againMs)
    return () => clearInterval(timer)
  }, [isLive])
  return {
    addressOf: (ticket) => {
      const token = tokens.current.get(ticket)
      return base === undefined || token === undefined ? undefined : `${base}${token}`
    },
    note: ({ id, token }) => void tokens.current.set(id, token),
  }
}

/** The hub says `ready` after a real phone has opened a page under this address without a warning. */
async function askBase(): Promise<string | undefined> {
  try {
    const response = await fetch('/api/phones')
    const answer = (response.ok ? await response.json() : {}) as { readonly state?: string; readonly base?: string }
    return answer.state === 'ready' ? answer.base : undefined
  } catch {
    return undefined
  }
}
