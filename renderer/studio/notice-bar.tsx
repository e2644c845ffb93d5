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
