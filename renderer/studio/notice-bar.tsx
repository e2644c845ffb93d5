/** What happened last, said and shown in one place for ten seconds, with the way back next to it. */
import { type ReactElement, useEffect, useRef } from 'react'
import { Action } from '../shared/action.tsx'
import type { Notice } from './changes.ts'
import { Icon } from './icons.tsx'

const staysMs = 10_000

interface NoticeBarState {
  readonly notice: Notice | undefined
  readonly canPress: boolean
  readonly onUndo: (id: string) => void
  readonly onClose: () => void
}

export function NoticeBar({ notice, canPress, onUndo, onClose }: NoticeBarState): ReactElement {
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // What went wrong stays until somebody has read it.
    if (notice === undefined || notice.tone === 'wrong') return
    const timer = setInterval(() => {
      // Whoever points at it, or is in it with the keyboard, is not done with it.
      if (bar.current?.matches(':hover, :focus-within') !== true) onClose()
    }, staysMs)
    return () => clearInterval(timer)
  }, [notice, onClose])
  const undo = notice?.undo
  useEffect(() => {
    if (undo === undefined || !canPress) return
    const onKey = (event: KeyboardEvent) => {
      const isUndo =
        (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'z'
      // What is being written has an Undo of its own.
      const isWriting = event.target instanceof HTMLElement && event.target.matches('input, textarea')
      if (!isUndo || isWriting || event.repeat) return
      event.preventDefault()
      onUndo(undo)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [undo, canPress, onUndo])
  return (
    <div ref={bar} className="notice-bar" data-tone={notice?.tone ?? 'none'}>
      <p role="status" aria-live="polite">
        {notice?.text}
      </p>
      {undo !== undefined && (
        <Action isOff={!canPress} keys="Control+Z" onPress={() => onUndo(undo)}>
          Undo
        </Action>
      )}
      {notice !== undefined && (
        <button type="button" className="icon-button" aria-label="Close this message" onClick={onClose}>
          <Icon name="close" />
        </button>
      )}
    </div>
  )
}
