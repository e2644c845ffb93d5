/** The code a phone scans to add files; it is over when this is closed. */
import { type ReactElement, useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import type { Asset } from '../../core/asset.ts'
import type { contentAnswers } from '../../core/content-contract.ts'
import { Action } from '../shared/action.tsx'
import { clockTime } from '../shared/clinic-time.ts'
import { Dialog } from '../shared/dialog.tsx'
import { deliver, randomId } from '../shared/press.ts'
import { QrCode } from '../shared/qr-code.tsx'
import { useWorld } from './studio-context.ts'
import { count } from './words.ts'

type Opened = z.output<(typeof contentAnswers)['phone-open']>
type Code =
  | { readonly kind: 'asking' }
  | { readonly kind: 'open'; readonly link: Opened }
  | { readonly kind: 'over' }
  | { readonly kind: 'off'; readonly message: string }

interface PhoneState {
  readonly assets: readonly Asset[]
  readonly onClose: () => void
}

export function Phone({ assets, onClose }: PhoneState): ReactElement {
  const { zone } = useWorld()
  const { code, renew } = useCode()
  const fromPhone = assets.filter(({ path }) => path.startsWith('from-phone/'))
  const before = useRef(new Set(fromPhone.map(({ path }) => path)))
  const arrived = fromPhone.filter(({ path }) => !before.current.has(path)).length
  return (
    <Dialog title="Add from my phone" onClose={onClose}>
      {code.kind === 'asking' && <p role="status">Making a code …</p>}
      {code.kind === 'off' && <p role="alert">{code.message}</p>}
      {code.kind === 'over' && <p role="alert">This code is over: it lasts ten minutes.</p>}
      {code.kind === 'open' && (
        <>
          <p>Point the camera of a phone in the same Wi-Fi at this code, then choose photos or videos.</p>
          <QrCode text={code.link.url} label="QR code of the address below" />
          <p className="address">{code.link.url}</p>
          <p className="path">
            Good until {clockTime(code.link.until, zone)}, for twenty files, and only while this is open.
          </p>
        </>
      )}
      <p role="status" className="arrived">
        {arrived > 0 && `${count(arrived, 'file has', 'files have')} arrived.`}
      </p>
      <div className="dialog-actions">
        {code.kind === 'over' && <Action onPress={renew}>New code</Action>}
        <Action look="first" onPress={onClose}>
          Close
        </Action>
      </div>
    </Dialog>
  )
}

function useCode(): { readonly code: Code; readonly renew: () => void } {
  const [code, setCode] = useState<Code>({ kind: 'asking' })
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let link: string | undefined
    let timer = 0
    let isOver = false
    setCode({ kind: 'asking' })
    void deliver<Opened>('/api/content/phone-open', { body: '{}' }).then((delivered) => {
      if (delivered.kind !== 'done') {
        const message = delivered.kind === 'refused' ? delivered.message : 'Anteroom does not answer. Try again later.'
        if (!isOver) setCode({ kind: 'off', message })
        return
      }
      link = delivered.answer.link
      if (isOver) return end(link)
      setCode({ kind: 'open', link: delivered.answer })
      timer = window.setTimeout(() => setCode({ kind: 'over' }), delivered.answer.seconds * 1_000)
    })
    const leave = () => link !== undefined && end(link)
    window.addEventListener('pagehide', leave)
    return () => {
      isOver = true
      clearTimeout(timer)
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [turn])
  return { code, renew: () => setTurn((before) => before + 1) }
}

/** Also when the page itself is closed. */
function end(link: string): void {
  const headers = { 'content-type': 'application/json', 'idempotency-key': randomId() }
  const request = { method: 'POST', headers, body: JSON.stringify({ link }), keepalive: true }
  void fetch('/api/content/phone-close', request).catch(() => {})
}
